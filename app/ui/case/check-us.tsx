import type { ReactNode } from "react";
import { type Claim, claimSections } from "#app/domain/campaign/campaign.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { Who } from "#app/ui/footer.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { textParts } from "#app/ui/petition-text.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";
import { Kind, SourceText } from "./source-line.tsx";
import { Corrections, Timeline, useTimeline } from "./timeline.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Lists every statement with its source and limits, by section; then dates and corrections. */
export function CheckUs({ campaign, argument, acts, examples, url }: CasePageData) {
  const words = useWords();
  const { check, sections, unlinked } = words.case;
  const to = useLocalizedPath();
  const locale = useLocale();
  const { claims, corrections, checked } = argument;
  const events = useTimeline(argument, acts, campaign);
  const contact = campaign.organization.contactEmail ?? (examples ? words.common.example.contactEmail : null);
  const parts = claimSections.flatMap((section) => {
    const own = claims.filter((claim) => claim.section === section);
    return own.length > 0 ? [{ section, own }] : [];
  });
  const isUnopened = claims.some(({ kind, source }) => kind !== "opinion" && source === null);
  return (
    <>
      {(campaign.method || isUnopened || checked) && (
        <p className="told">
          {campaign.method && (
            <>
              <span lang={campaign.methodLanguage}>{campaign.method}</span>{" "}
              <InLanguage language={campaign.methodLanguage} />
            </>
          )}{" "}
          {isUnopened && (checked ? check.links : unlinked.meaning)}{" "}
          {checked && words.case.sources.checked(checked, formatDate(locale, checked.on))}
        </p>
      )}
      {claims.length > 0 && (
        <h3 className="all">
          {check.all(claims.length)} <a href={to(`/c/${campaign.slug}/sources`)}>{check.toSources}</a>
        </h3>
      )}
      <div className="folds">
        {parts.map(({ section, own }) => (
          <Fold key={section} label={sections[section]} count={own.length}>
            <Statements claims={own} />
          </Fold>
        ))}
      </div>
      <div className="folds">
        {events.length > 0 && (
          <Fold label={words.case.timeline.heading} count={events.length}>
            <Timeline events={events} />
          </Fold>
        )}
        <Fold id="corrections" label={sections.corrections} count={corrections.length}>
          <Corrections
            corrections={corrections}
            petition={campaign.petition}
            contact={contact}
            zone={campaign.zone}
          />
        </Fold>
        <Fold id="who-runs" label={check.who}>
          <Who campaign={campaign} examples={examples} isHeaded={false} />
        </Fold>
        <Fold id="share" label={words.case.share}>
          <ShareLinks url={url} campaign={campaign} />
        </Fold>
      </div>
    </>
  );
}

type FoldProps = { id?: string; label: string; count?: number; children: ReactNode };

/** A fold that a search on the page, or a link to what is in it, opens. */
function Fold({ id, label, count, children }: FoldProps) {
  const locale = useLocale();
  return (
    <details className="row" id={id}>
      <summary>
        <span>{label}</span>
        {count !== undefined && <span className="n">{formatNumber(locale, count)}</span>}
      </summary>
      <div className="row-body">{children}</div>
    </details>
  );
}

function Statements({ claims }: { claims: readonly Claim[] }) {
  const { check, source, limits } = useWords().case;
  return (
    <table className="st">
      <thead>
        <tr>
          <th scope="col">{check.kind}</th>
          <th scope="col">{check.statement}</th>
          <th scope="col">{source}</th>
          <th scope="col">{limits}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <Statement key={claim.number} claim={claim} />
        ))}
      </tbody>
    </table>
  );
}

function Statement({ claim }: { claim: Claim }) {
  const { limits: label } = useWords().case;
  const { number, text, quotation, quotationLanguage, limits, language } = claim;
  return (
    <tr id={`c${number}`}>
      <td className="k">
        <Kind claim={claim} />
      </td>
      <td className="t" lang={language}>
        {textParts(text).map((part) =>
          "list" in part ? (
            <ol key={part.list.join()}>
              {part.list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          ) : (
            <p key={part.paragraph}>
              <WithQuotes of={part.paragraph} claim={claim} />
            </p>
          ),
        )}
        {quotation && <p lang={quotationLanguage}>“{quotation}”</p>}
      </td>
      <td className="s" id={`n${number}`} lang={language}>
        <Sources claim={claim} />
      </td>
      <td className="l" lang={language}>
        {limits && (
          <>
            <b className="lh">{label}</b> <WithQuotes of={limits} claim={claim} />
          </>
        )}
      </td>
    </tr>
  );
}

function Sources({ claim: { attribution, published, source, moreSources } }: { claim: Claim }) {
  const locale = useLocale();
  const date = published && formatKnownDate(locale, published);
  return (
    <>
      <p>
        {source ? (
          <>
            {source.title && `${attribution}: `}
            <a href={source.url} lang={source.title ? "" : undefined}>
              {source.title ?? attribution}
            </a>
          </>
        ) : (
          attribution
        )}
        {date && `, ${date}`}
      </p>
      {moreSources.map((one) => (
        <p key={`${one.publisher} ${one.published.on} ${one.source?.url}`}>
          <SourceText of={one} />
        </p>
      ))}
    </>
  );
}
