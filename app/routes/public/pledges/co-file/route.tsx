import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import {
  coFilePath,
  companyAad,
  companyNamed,
  namedAad,
} from "#app/domain/campaign/company/campaign-companies.ts";
import { type Assessment, assess } from "#app/domain/entries/pledges/co-filing/assess.ts";
import { showCoFiling } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import {
  coFilingFormOf,
  holdingOf,
  packetFormOf,
} from "#app/domain/entries/pledges/co-filing/co-filing-form.ts";
import { findCoFilingFacts } from "#app/domain/entries/pledges/co-filing/queries.server.ts";
import type { TenureBucket } from "#app/domain/entries/pledges/pledge.ts";
import { asksAgain, type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { Answer } from "#app/ui/co-file/answer.tsx";
import { Calculator } from "#app/ui/co-file/calculator.tsx";
import { formatDay, useMessages } from "#app/ui/co-file/format.ts";
import { inPapers, Papers } from "#app/ui/co-file/papers.tsx";
import { Rule } from "#app/ui/co-file/rule.tsx";
import { CompanyLinks } from "#app/ui/company-links.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LanguageScript } from "#app/ui/language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import coFileStyles from "#app/ui/styles/co-file.css?url";
import pledgeStyles from "#app/ui/styles/pledge.css?url";

export const action = takeForm;

/** Keeps an answer out of caches; otherwise the page is the same for everyone. */
export const headers: HeadersFunction = ({ actionHeaders }) =>
  actionHeaders.has("Cache-Control") ? actionHeaders : publicPage;

/** Shows the rule, and a form to compute it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const now = new Date();
  const campaign = orNotFound(namedAad(await context.findCampaign(params.campaign ?? ""), params.company));
  const coFiling = orNotFound(profileOf(campaign.jurisdiction).coFiling);
  const companyId = companyNamed(campaign.companies, params.company)?.id;
  return {
    campaign,
    ...showCoFiling(await findCoFilingFacts(db, campaign.id, now, companyId), now, campaign.zone),
    month: dayInZone(campaign.zone, now).slice(0, 7),
    examples: env.localMode,
    locale,
    ruleName: coFiling[locale],
    title: `${words(locale).coFile.title} ${campaign.title}`,
    url: env.appUrl + localizedPath(locale, coFilePath(campaign)),
  };
}

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: pledgeStyles },
  { rel: "stylesheet", href: coFileStyles },
];

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page
    ? shareMeta(
        {
          title: page.title,
          description: words(page.locale).coFile.description(page.campaign.company, page.ruleName),
          url: page.url,
          type: "website",
          campaign: page.campaign,
        },
        page.locale,
      )
    : [];

const nothing = { values: {}, errors: [] };

export default function CoFile() {
  const { campaign, examples, rule, deadline, askPrice, month, ruleName } = useLoaderData<typeof loader>();
  const taken = useActionData<typeof action>();
  const { coFile } = useWords();
  const to = useLocalizedPath();
  const path = coFilePath(campaign);
  const links = campaign.companies
    .filter(({ jurisdiction }) => profileOf(jurisdiction).coFiling)
    .map((one) => companyAad(campaign, one))
    .map((of) => ({
      name: of.company,
      href: to(coFilePath(of)),
      current: of.otherCompany === campaign.otherCompany,
    }));
  const locale = useLocale();
  const messages = useMessages(taken?.errors ?? []);
  const isPapers = taken?.form === "papers";
  const errors = isPapers ? inPapers(messages) : messages;
  const answer = taken?.answer ?? null;
  const calculator = taken && !isPapers ? { values: taken.values, errors } : nothing;
  const papers = isPapers ? { values: taken.values, errors } : { ...calculator, errors: [] };
  return (
    <Page
      campaign={campaign}
      examples={examples}
      current="pledge"
      layout="plain"
      cameBack={taken ? (taken.asTyped ? "as-typed" : "corrected") : null}
    >
      <div className="pledge co-file">
        <div className="main">
          <ErrorSummary
            heading={isPapers ? coFile.packet.summary : coFile.form.summary(errors.length)}
            errors={errors}
          />
          <p className="eyebrow">{coFile.eyebrow(campaign.company)}</p>
          <CompanyLinks links={links} />
          <h1>{coFile.title}</h1>
          {answer ? (
            <Answer {...answer} rule={ruleName} />
          ) : (
            <p className="standfirst">{coFile.standfirst(ruleName)}</p>
          )}
          <Calculator
            action={path}
            state={calculator}
            askPrice={askPrice}
            month={month}
            answered={answer !== null}
            cameBack={taken !== undefined && !isPapers}
          />
          <Rule rule={rule} name={ruleName} />
          <section aria-labelledby="deadline">
            <h2 id="deadline">{coFile.deadline.heading}</h2>
            <p>
              {deadline
                ? coFile.deadline.known(formatDay(locale, deadline.day), deadline.year)
                : coFile.deadline.unknown}
            </p>
          </section>
          <Papers path={path} slug={campaign.slug} state={papers} month={month} open={isPapers} />
        </div>
        <Disclosures company={campaign.company} heading={coFile.disclosures} />
      </div>
      <LanguageScript />
    </Page>
  );
}

/** The answer to a post. `papers`: the form for the papers came back with errors. */
type Taken = {
  form: "calculator" | "papers";
  values: TypedValues;
  errors: FieldError[];
  /** Reloaded in another language before it was sent: nothing was checked. */
  asTyped: boolean;
  answer: { assessment: Assessment; heldSinceMonth: string | null; tenureBucket: TenureBucket | null } | null;
};

/** Computes one holder's case, and stores nothing. A field `paper` marks the form for the papers. */
async function takeForm({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const campaign = orNotFound(namedAad(await context.findCampaign(params.campaign ?? ""), params.company));
  orNotFound(profileOf(campaign.jurisdiction).coFiling);

  const companyId = companyNamed(campaign.companies, params.company)?.id;
  const asTyped = asksAgain(request) === "as-typed";
  const papers = await parseForm(request, packetFormOf(now));
  if (papers.values.paper !== undefined) {
    const errors = asTyped || papers.ok ? [] : papers.errors;
    return respond(
      { form: "papers", values: papers.values, errors, asTyped, answer: null },
      asTyped ? 200 : 422,
    );
  }
  const form = await parseForm(request, coFilingFormOf(now));
  const again = { form: "calculator", values: form.values, asTyped, answer: null } as const;
  const seconds = await context.limits.spend("coFile", context.clientAddress);
  if (seconds > 0) {
    const tooMany = { field: "form", code: "too-many" };
    return respond({ ...again, errors: [tooMany] }, 429, { "Retry-After": String(seconds) });
  }
  if (asTyped) return respond({ ...again, errors: [] }, 200);
  if (!form.ok) return respond({ ...again, errors: form.errors }, 422);

  const { rule, snapshot } = await findCoFilingFacts(context.db, campaign.id, now, companyId);
  const answers = {
    heldSinceMonth: form.value.held_since_month ?? null,
    tenureBucket: form.value.tenure_bucket ?? null,
  };
  const { zone } = campaign;
  const input = {
    ...answers,
    zone,
    holding: holdingOf(form.value),
    rule,
    snapshot,
    ownPrice: form.value.price,
  };
  return respond({ ...again, errors: [], answer: { ...answers, assessment: assess(input, now) } }, 200);
}

const respond = (taken: Taken, status: number, headers = {}) =>
  data(taken, { status, headers: { ...headers, "Cache-Control": "no-store" } });
