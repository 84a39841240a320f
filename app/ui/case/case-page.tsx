import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { PublishedLine } from "#app/domain/outgoing/updates/archive/published-update.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { formatDate, languageName } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CampaignList } from "#app/ui/campaign-list.tsx";
import { Count } from "#app/ui/count.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { LanguageScript } from "#app/ui/language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { ShareholdersSection } from "#app/ui/pledges/shareholders-section.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";
import { Argument } from "./argument.tsx";
import { Corrections } from "./corrections.tsx";
import { Deadlines } from "./deadlines.tsx";
import { FigureBars } from "./figure-bars.tsx";
import { Minute } from "./minute.tsx";
import { OwnersLine } from "./owners-line.tsx";
import { Picture } from "./picture.tsx";
import { Reasons } from "./reasons.tsx";
import { Section } from "./section.tsx";
import { SignPanel } from "./sign-panel.tsx";

/** Shows the case: headline and ask, argument with sources, the form next to it, corrections at its end. */
export function CasePage(page: CasePageData) {
  const words = useWords();
  const locale = useLocale();
  const { campaign, argument, latestUpdate, examples, url } = page;
  const drawn = argument.claims.find(({ picture }) => picture?.kind === "growth");
  const [latest] = argument.corrections;
  const corrected = latest
    ? words.case.lastCorrected(formatDate(locale, latest.correctedOn))
    : words.case.noCorrections;
  const isOpen = page.signing.outcome === "open";
  const contact = campaign.imprint.contactEmail ?? (examples ? words.common.example.contactEmail : null);
  return (
    <Page
      campaign={campaign}
      examples={examples}
      current="case"
      layout="plain"
      first={isOpen ? words.case.skipToForm : undefined}
    >
      {page.signing.outcome !== "preview" && (
        <>
          <script src="/count.js" type="module" />
          <LanguageScript />
        </>
      )}
      <div className="page">
        <div className="lead">
          <Head {...page} />
          <Picture picture={campaign.picture} />
          {drawn?.picture?.kind === "growth" && <FigureBars claim={drawn} figure={drawn.picture} />}
          <Minute claims={argument.claims} />
          <Reasons reasons={page.reasons} campaign={campaign} />
          {isOpen && <SignBar />}
        </div>
        <SignPanel {...page} />
        <article className="case" aria-labelledby="whole">
          <h2 id="whole">{words.case.whole}</h2>
          {argument.claims.length > 0 && (
            <p className="dateline">
              {words.case.dateline(argument.claims.length)} <a href="#corrections">{corrected}</a>
            </p>
          )}
          <Argument {...page} />
          {isOpen && (
            <div className="beyond-form">
              <SignBar />
            </div>
          )}
        </article>
        <div className="after">
          <ShareholdersSection {...page} />
          {latestUpdate && <LatestUpdate campaign={campaign} update={latestUpdate} />}
          <Section id="share" heading={words.case.sections.share} fold={words.case.share}>
            <ShareLinks url={url} campaign={campaign} />
          </Section>
          {page.others && page.others.length > 0 && <Others campaigns={page.others} />}
          <Section id="corrections" heading={words.case.sections.corrections} fold={corrected}>
            <Corrections corrections={argument.corrections} petition={campaign.petition} contact={contact} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

/** A button at the bottom of a phone's screen, until the form is visible. */
function SignBar() {
  const { form } = useWords().sign;
  return (
    <div className="bar">
      <ButtonLink variant="act" href="#sign">
        {form.button}
      </ButtonLink>
    </div>
  );
}

function LatestUpdate({ campaign, update }: { campaign: Campaign; update: PublishedLine }) {
  const words = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  return (
    <Section id="updates" heading={words.case.sections.updates}>
      <p className="prose">
        {words.archive.latest(formatDate(locale, update.startedAt))}{" "}
        <a href={to(`/c/${campaign.slug}/updates/${update.number}`)} lang={update.locale}>
          {update.subject}
        </a>
        {update.locale !== locale && ` (${words.archive.inLanguage(languageName(locale, update.locale))})`}
        {". "}
        <a href={to(`/c/${campaign.slug}/updates`)}>{words.archive.all}</a>
      </p>
    </Section>
  );
}

function Others({ campaigns }: { campaigns: NonNullable<CasePageData["others"]> }) {
  const words = useWords();
  const to = useLocalizedPath();
  return (
    <Section id="others" heading={words.case.sections.others}>
      <CampaignList campaigns={campaigns} to={to} />
    </Section>
  );
}

function Head({ campaign, counts, milestone, deadlines, asOf, url }: CasePageData) {
  const { language, standfirstLanguage, methodLanguage } = campaign;
  return (
    <div className="head">
      <p className="printed-at">{url.replace(/^https?:\/\//, "")}</p>
      <p className="eyebrow">
        <span lang={language}>{campaign.eyebrow}</span> <InLanguage language={language} />
      </p>
      <h1 lang={language}>{campaign.title}</h1>
      <p className="standfirst">
        <span lang={standfirstLanguage}>{campaign.standfirst}</span>{" "}
        <InLanguage language={standfirstLanguage} />
      </p>
      <div className="lead-count">
        <Count campaign={campaign} signatures={counts.signatures} asOf={asOf} milestone={milestone} />
      </div>
      <OwnersLine companies={campaign.companies} now={asOf} more={`/c/${campaign.slug}/pledge`} />
      <Deadlines deadlines={deadlines} />
      {campaign.method && (
        <p className="method small muted">
          <span lang={methodLanguage}>{campaign.method}</span> <InLanguage language={methodLanguage} />
        </p>
      )}
    </div>
  );
}
