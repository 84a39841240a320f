import { mayDo } from "#app/domain/access/organizer.ts";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { companyForm, companyOfForm, fieldsOfCompany } from "#app/domain/campaign/company/company-form.ts";
import { nameField, otherLocales } from "#app/domain/campaign/company/company-names.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { saveCompany, seenOfCompany } from "#app/domain/campaign/company/save-company.server.ts";
import { findCompanyEditing } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { type SourceOnPage, showSource } from "#app/domain/campaign/meetings/page-facts.ts";
import { trustInCompany } from "#app/domain/campaign/meetings/trust.ts";
import { companyChoices } from "#app/http/choose-companies.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { saveForm } from "#app/http/save-form.server.ts";
import { words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import type { Country } from "#app/ui/country-select.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { CompanyFields } from "#app/ui/meetings/company-fields.tsx";
import { FormOutcome, KeepNote } from "#app/ui/meetings/form-outcome.tsx";
import { MeetingTabs } from "#app/ui/meetings/meeting-tabs.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, companies, scope } = await requireCompany(args, "view");
  const company = await findCompany(args.context.db, campaign.id, scope.companyId);
  return {
    slug: campaign.slug,
    keeping: await findCompanyEditing(args.context.db, scope),
    mayChange: campaign.status === "draft" && companies.length === 1 && mayDo(campaign, "manage"),
    mayAdd: campaign.status !== "closed" && mayDo(campaign, "manage"),
    fields: fieldsOfCompany(company),
    source: showSource(company, trustInCompany(company, new Date()), company.zone),
    seen: seenOfCompany(company),
    choices: companyChoices(),
    doneCode: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Stores the company; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { scope, at } = await requireCompany(args, "keep-meetings");
  return saveForm(args, {
    form: companyForm(new Date()),
    save: ({ seen = "", ...form }) =>
      saveCompany(args.context.db, { scope, seen, values: companyOfForm(form), checked: form.checked }),
    done: { saved: () => at("meetings/company", { done: "saved" }) },
    fieldOf: { "zone-in-use": "zone", "law-in-use": "jurisdiction" },
  });
}

export const meta: MetaFunction = () => [{ title: `${words("en").meetings.company.title} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

/** What an action was, for the note once it is done. */
const acts = ["saved", "added", "chosen"] as const;

export default function Company() {
  const { slug, keeping, mayChange, mayAdd, fields, source, seen, choices, doneCode } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { company: say, companies, refused } = useWords().meetings;
  const form = { values: answer?.values ?? fields, errors: answer?.errors ?? [] };
  const done = acts.find((act) => act === doneCode);
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        {mayAdd && (
          <div className="acts">
            {mayChange && (
              <ButtonLink href={`/organize/c/${slug}/meetings/company/other`}>{say.other}</ButtonLink>
            )}
            <ButtonLink href={`/organize/c/${slug}/meetings/companies`}>{companies.title}</ButtonLink>
          </div>
        )}
      </PageHead>
      <MeetingTabs slug={slug} />
      <div className="gap">
        <FormOutcome
          done={!answer && done ? say[done] : null}
          refused={answer?.refused && refused[answer.refused]}
          form={form}
        />
        <CompanyFacts fields={fields} source={source} countries={choices.countries} />
        {keeping === "keeps" || answer ? (
          <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="change">
            <h2 id="change">{say.change}</h2>
            <input
              type="hidden"
              name="seen"
              value={answer && answer.refused !== "stale" ? (answer.values.seen ?? "") : seen}
            />
            <CompanyFields form={form} choices={choices} button={say.save} />
          </Form>
        ) : (
          <KeepNote keeping={keeping} />
        )}
      </div>
    </>
  );
}

type CompanyFactsProps = {
  fields: Readonly<Record<string, string>>;
  source: SourceOnPage;
  countries: readonly Country[];
};

/** Lists what is known of the company, and its source. */
function CompanyFacts({ fields, source, countries }: CompanyFactsProps) {
  const { company: say, source: words } = useWords().meetings;
  const { facts } = say;
  const {
    ticker,
    exchange,
    zone = "",
    country,
    jurisdiction = "",
    register,
    register_number: number,
  } = fields;
  const rows = [
    [facts.name, fields.name],
    [facts.legalName, fields.legal_name],
    ...otherLocales.map((locale) => [facts.nameIn(locale), fields[nameField(locale)]] as const),
    [facts.listing, `${exchange}: ${ticker}`],
    [facts.zone, zone.replaceAll("_", " ")],
    [facts.shareVotes, fields.share_votes],
    [facts.country, countries.find(({ code }) => code === country)?.name ?? country],
    [facts.jurisdiction, profileOf(jurisdiction).name],
    [facts.incorporatedIn, fields.incorporated_in],
    [facts.registerNumber, number && `${register} ${number}`],
    [facts.fiscalYearEnd, fields.fiscal_year_end],
    [facts.investorRelationsUrl, fields.investor_relations_url],
    [facts.investorRelationsEmail, fields.investor_relations_email],
    [facts.investorRelationsPhone, fields.investor_relations_phone],
    [facts.secretaryAddress, fields.secretary_address],
  ] as const;
  return (
    <div className="cols ruled">
      <section aria-labelledby="facts">
        <h2 id="facts">{say.known}</h2>
        <dl className="facts ruled">
          {rows.map(
            ([term, value]) =>
              value && (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{words.heading}</h2>
        <SourceNote source={source} />
      </section>
    </div>
  );
}
