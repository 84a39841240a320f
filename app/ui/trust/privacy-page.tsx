import { periods } from "#app/domain/base/periods.ts";
import type { Campaign, NamedCampaign } from "#app/domain/campaign/campaign.ts";
import { Stated } from "#app/ui/footer.tsx";
import { CampaignEyebrow, InLanguage } from "#app/ui/in-language.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { PrivacyContact } from "./privacy-contact.tsx";

type PrivacyPageProps = {
  /** The page's campaign; without one it is about all. */
  campaign: Campaign | null;
  examples: boolean;
  /** Who handles data for the site, as configured. */
  recipients: { mailBy: { vendor: string } | "smtp" | "file"; host: string | null; cdn: string | null };
  /** Campaigns with a privacy page of their own. */
  others?: readonly Pick<NamedCampaign, "slug" | "title" | "language">[];
};

/** Says what we hold, for how long, who gets what, and what an erasure reaches, in plain words. */
export function PrivacyPage({ campaign, examples, recipients, others = [] }: PrivacyPageProps) {
  const { privacy, common } = useWords();
  const to = useLocalizedPath();
  const { held, basis, shown, threat, technical, time, who, rights } = privacy;
  const { mailBy } = recipients;
  const company = campaign?.company ?? shown.anyCompany;
  return (
    <Page campaign={campaign} examples={examples} current="privacy">
      {campaign && <CampaignEyebrow campaign={campaign} />}
      <h1>{privacy.title}</h1>
      <p className="standfirst">{privacy.standfirst}</p>
      <h2>{held.heading}</h2>
      <Kept heading={held.intro} rows={held.rows(periods)} />
      <Kept heading={held.pledge.heading} rows={held.pledge.rows(periods)} />
      <Kept heading={held.letter.heading} rows={held.letter.rows(periods)} />
      <p className="gap">{time.closing(periods)}</p>
      <p className="gap">{held.never}</p>
      <h2>{shown.heading}</h2>
      <Receiving
        all={[
          ...shown.recipients(company),
          typeof mailBy === "string" ? shown.mailBy[mailBy] : shown.mailBy.vendor(mailBy.vendor),
          shown.host(recipients.host),
          ...(recipients.cdn ? [shown.cdn(recipients.cdn)] : []),
        ]}
      />
      <h2>{threat.heading}</h2>
      <Paragraphs of={threat.text} first={campaign?.care} language={campaign?.careLanguage} />
      <h2>{technical.heading}</h2>
      <Lines of={technical.items(periods)} />
      <h2>{time.heading}</h2>
      <Lines of={time.items} />
      <h2>{basis.heading}</h2>
      <Paragraphs of={basis.text} />
      <h2>{rights.heading}</h2>
      <p>{rights.text}</p>
      <p className="gap">
        <a href={to("/manage")}>{rights.link}</a>
      </p>
      <p className="gap">{rights.erasure}</p>
      <h2>{who.heading}</h2>
      {campaign && (
        <p>
          <Stated
            value={campaign.organization.operator}
            example={examples && common.example.operator}
            missing={common.footer.operatorMissing}
          >
            {(name) => common.footer.runBy(name)}
          </Stated>{" "}
          <PrivacyContact contact={campaign.organization.privacyContact} examples={examples} />
        </p>
      )}
      {others.length > 0 && (
        <>
          <p className={campaign ? "gap" : undefined}>{who.others}</p>
          <ul className="plain">
            {others.map(({ slug, title, language }) => (
              <li key={slug}>
                <a href={to(`/c/${slug}/privacy`)} lang={language}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="gap">{rights.complain}</p>
    </Page>
  );
}

function Kept({ heading, rows }: { heading: string; rows: readonly (readonly [string, string])[] }) {
  const { columns } = useWords().privacy.held;
  return (
    <table className="kept">
      <caption>{heading}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.kept}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, long]) => (
          <tr key={what}>
            <td>{what}</td>
            <td data-label={columns.kept}>{long}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Receiving({ all }: { all: readonly (readonly [string, string, string])[] }) {
  const { columns } = useWords().privacy.shown;
  return (
    <div className="receiving">
      {all.map(([who, gets, beyond]) => (
        <section key={who}>
          <h3>{who}</h3>
          <dl>
            <dt>{columns.gets}</dt>
            <dd>{gets}</dd>
            <dt>{columns.beyond}</dt>
            <dd>{beyond}</dd>
          </dl>
        </section>
      ))}
    </div>
  );
}

type ParagraphsProps = {
  of: readonly string[];
  first?: string | null | undefined;
  language?: string | undefined;
};

const Paragraphs = ({ of, first, language }: ParagraphsProps) => (
  <>
    {first && (
      <p>
        <span lang={language}>{first}</span> <InLanguage language={language} />
      </p>
    )}
    {of.map((text, i) => (
      <p key={text} className={first || i > 0 ? "gap" : undefined}>
        {text}
      </p>
    ))}
  </>
);
