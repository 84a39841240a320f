import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { CasePicture, Claim } from "#app/domain/campaign/campaign.ts";
import { anyCompany } from "#app/domain/campaign/company/campaign-companies.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { planCase } from "#app/domain/pages/case-plan.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CampaignList } from "#app/ui/campaign-list.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { LanguageScript } from "#app/ui/language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { textParts } from "#app/ui/petition-text.tsx";
import { ShareholdersSection } from "#app/ui/pledges/shareholders-section.tsx";
import { CheckUs } from "./check-us.tsx";
import { CompanyResponse } from "./company-response.tsx";
import { OwnersLine } from "./owners-line.tsx";
import { GrowthFigure, SceneSection } from "./scene.tsx";
import { Section } from "./section.tsx";
import { SignPanel } from "./sign-panel.tsx";
import { WhoSigns } from "./who-signs.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Shows the case: one idea a screen, the form next to it, and every statement at its end. */
export function CasePage(page: CasePageData) {
  const { case: say } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  const { campaign, argument, examples } = page;
  const plan = planCase(argument.claims);
  const isOpen = page.signing.outcome === "open";
  const today = dayInZone(campaign.zone, page.asOf);
  const company = campaign.companies.length > 1 ? null : campaign.company;
  const hasShareholders = plan.votes !== null || plan.matters.length > 0 || page.pledges.length > 0;
  let number = 0;
  const next = () => ++number;
  return (
    <Page
      campaign={campaign}
      examples={examples}
      current="case"
      layout="plain"
      first={isOpen ? say.skipToForm : undefined}
    >
      {page.signing.outcome !== "preview" && (
        <>
          <script src="/count.js" type="module" />
          <LanguageScript />
        </>
      )}
      <div className="page">
        <article className="case">
          <Hero page={page} plan={plan} />
          {plan.scenes.map((scene) => (
            <SceneSection key={scene.id} scene={scene} number={next()} today={today} />
          ))}
          {plan.said.length + plan.open.length > 0 && (
            <Section id="company" heading={say.sections.company} number={next()}>
              <CompanyResponse {...plan} />
            </Section>
          )}
          {plan.asks.length > 0 && (
            <Section id="ask" heading={say.sections.askOf(company)} number={next()}>
              <Asks claims={plan.asks} />
              {campaign.status === "open" && (
                <p className="small to-letter">
                  <a href={to(`/c/${campaign.slug}/letter`)}>
                    {say.writeLetter(anyCompany(campaign, locale))}
                  </a>
                </p>
              )}
            </Section>
          )}
          {isOpen && <SignBar />}
        </article>
        <SignPanel {...page} />
        <div className="after">
          {hasShareholders && <ShareholdersSection page={page} plan={plan} number={next()} />}
          <Section id="who" heading={say.who.heading} number={next()}>
            <WhoSigns {...page} />
          </Section>
          <Section id="check" heading={say.check.heading} number={next()} look="check-us">
            <CheckUs {...page} />
          </Section>
          {page.others && page.others.length > 0 && <Others campaigns={page.others} />}
          {isOpen && (
            <div className="beyond-form">
              <SignBar />
            </div>
          )}
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

function Others({ campaigns }: { campaigns: NonNullable<CasePageData["others"]> }) {
  const words = useWords();
  const to = useLocalizedPath();
  return (
    <section className="part" aria-labelledby="others">
      <h2 id="others">{words.case.sections.others}</h2>
      <CampaignList campaigns={campaigns} to={to} />
    </section>
  );
}

type HeroProps = { page: CasePageData; plan: ReturnType<typeof planCase> };

/** Headline, two sentences, and the one picture. */
function Hero({ page: { campaign, counts, asOf, url }, plan: { hero } }: HeroProps) {
  const { common } = useWords();
  const locale = useLocale();
  const { language, standfirstLanguage } = campaign;
  const { signatures } = counts;
  return (
    <div className="hero">
      <p className="printed-at">{url.replace(/^https?:\/\//, "")}</p>
      <p className="eyebrow">
        <span lang={language}>{campaign.eyebrow}</span> <InLanguage language={language} />
        {signatures > 0 && (
          <span className="signed">
            {" · "}
            <b>{common.count.signed(formatNumber(locale, signatures))}</b>
          </span>
        )}
      </p>
      <h1 lang={language}>{campaign.title}</h1>
      <p className="standfirst">
        <span lang={standfirstLanguage}>{campaign.standfirst}</span>{" "}
        <InLanguage language={standfirstLanguage} />
      </p>
      {hero ? <GrowthFigure claim={hero} /> : <Picture picture={campaign.picture} />}
      <OwnersLine companies={campaign.companies} now={asOf} more={`/c/${campaign.slug}/pledge`} />
    </div>
  );
}

/** Lists what the campaign asks of the company, without what is around a list. */
function Asks({ claims }: { claims: readonly Claim[] }) {
  const all = claims.map((claim) => ({ claim, parts: textParts(claim.text) }));
  const hasLists = all.some(({ parts }) => parts.some((part) => "list" in part));
  return all.map(({ claim, parts }) => (
    <div key={claim.number} lang={claim.language}>
      {parts.map((part) =>
        "list" in part ? (
          <ol className="asks" key={part.list.join()}>
            {part.list.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        ) : hasLists ? null : (
          <p className="told" key={part.paragraph}>
            <WithQuotes of={part.paragraph} claim={claim} />
          </p>
        ),
      )}
    </div>
  ));
}

/** The `sizes` of its images: the widths of the lead in case.css. */
const sizes = "(min-width: 1100px) 764px, (min-width: 760px) 680px, calc(100vw - 40px)";

/** Shows a case's one picture, with who made it and its license. */
function Picture({ picture }: { picture: CasePicture | null }) {
  if (!picture) return null;
  const { src, webp, width, height, alt, credit, licence, language } = picture;
  const image = <img src={src} width={width} height={height} alt={alt} loading="lazy" decoding="async" />;
  return (
    <figure className="picture" lang={language}>
      {webp ? (
        <picture>
          <source type="image/webp" srcSet={webp} sizes={sizes} />
          {image}
        </picture>
      ) : (
        image
      )}
      <figcaption>
        {credit}, {licence}
      </figcaption>
    </figure>
  );
}
