import { z } from "zod";
import {
  approveCompanies,
  withdrawCompanies,
} from "#app/domain/campaign/company/approve-companies.server.ts";
import {
  type CompaniesChange,
  changeCompanies,
} from "#app/domain/campaign/company/change-companies.server.ts";
import { companyForm, companyOfForm } from "#app/domain/campaign/company/company-form.ts";
import type { CompanyHold } from "#app/domain/campaign/company/holds-company.server.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { Select } from "#app/ui/field.tsx";
import { typedOnce, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { CompanyFields } from "#app/ui/meetings/company-fields.tsx";
import { FormOutcome } from "#app/ui/meetings/form-outcome.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { type CompaniesPage, load } from "./load.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export const loader = (args: LoaderFunctionArgs) => load(args);
/** Changes the companies of a draft; in an open campaign, requests, approves or withdraws a change. */
export async function action(args: ActionFunctionArgs) {
  const { organizer, campaign, scope } = await requireCampaign(args, "manage");
  const { db, wakeMail } = args.context;
  const form = await parseForm(args.request, Fields);
  const refuse = (refused: string | null, answer: Partial<Answer> = {}, status = 409) =>
    data<Answer>({ errors: [], values: {}, refused, ...answer }, { status });
  if (!form.ok) return refuse("unknown", {}, 422);
  const { intent, company = "", subject } = form.value;

  if (intent === "approve") {
    const proof = await reauthenticate(args, organizer, { kind: "petition", campaignId: campaign.id });
    if (proof) return proof;
  }
  if (intent === "approve" || intent === "withdraw") {
    const on = { scope, subject: subject ?? "" };
    const { outcome } = unlessGone(
      await (intent === "approve" ? approveCompanies : withdrawCompanies)(db, on),
    );
    if (outcome !== "approved" && outcome !== "withdrawn") return refuse(outcome);
    wakeMail();
    return redirect(`/organize/c/${campaign.slug}/meetings/companies?done=${outcome}`, 303);
  }
  const asNew = intent === "new" ? await parseForm(args.request, companyForm(new Date())) : null;
  const values = asNew ? typedOnce(asNew.values) : {};
  if (asNew && !asNew.ok) return refuse(null, { errors: asNew.errors, values }, 422);
  const change = asNew?.ok
    ? { addNew: companyOfForm(asNew.value), checked: asNew.value.checked }
    : changeNamed(intent, company);
  const { outcome } = unlessGone(await changeCompanies(db, { scope, change }));
  if (outcome !== "changed" && outcome !== "asked")
    return refuse(outcome, { values }, outcome === "unknown" ? 422 : 409);
  wakeMail();
  return redirect(`/organize/c/${campaign.slug}/meetings/companies?done=${outcome}`, 303);
}

export const meta: MetaFunction = () => [{ title: `${words("en").meetings.companies.title} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Companies() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { meetings, approving } = useWords();
  const { companies: say, company } = meetings;
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const form = { values: answer?.values ?? {}, errors: answer?.errors ?? [] };
  const unknown = answer?.refused === "unknown" ? meetings.errors["company-missing"] : undefined;
  const refused =
    unknown ?? wordOf(say.refused, answer?.refused) ?? wordOf(approving.refused, answer?.refused);
  const mayChange = page.status !== "closed" && !page.asked;
  return (
    <>
      <div className="page-head">
        <div>
          <p className="crumb">
            <a href={`/organize/c/${page.slug}/meetings/company`}>{company.title}</a>
          </p>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      <FormOutcome done={answer ? null : wordOf(say.done, page.done)} refused={refused} form={form} />
      <SentBackNotes sentBack={page.sentBack} />
      {page.asked && <Asked page={page} asked={page.asked} />}
      {page.status === "open" && mayChange && <p className="notice">{say.openText}</p>}
      <CompanyRows companies={page.companies} mayChange={mayChange} />
      {mayChange && <Add page={page} form={form} />}
    </>
  );
}

function Add({ page, form }: { page: CompaniesPage; form: Pick<Answer, "values" | "errors"> }) {
  const { companies: say, company, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  return (
    <>
      {page.known.length > 0 && (
        <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="known">
          <h2 id="known">{company.chooseOne}</h2>
          <Select {...wire("company", company.company)} required>
            <option value="">{company.choose}</option>
            {page.known.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
          <div className="act-row">
            <Button name="intent" value="add">
              {say.add}
            </Button>
          </div>
        </Form>
      )}
      <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="add">
        <h2 id="add">{company.add}</h2>
        <input type="hidden" name="intent" value="new" />
        <CompanyFields form={form} choices={page.choices} button={say.add} />
      </Form>
    </>
  );
}

/** The answer to a post that changed nothing, with what was typed for a new company. */
type Answer = {
  errors: FieldError[];
  values: Record<string, string>;
  /** A key of `companies.refused`. */
  refused: string | null;
  /** The reauthentication needed before the action. */
  proof?: ProofAsked;
};

const Fields = z.object({
  intent: z.enum(["add", "new", "remove", "up", "approve", "withdraw"]),
  company: z.string().max(100).optional(),
  subject: z.uuid().optional(),
});

/** The change that the button of a known company requests. */
function changeNamed(intent: string, company: string): CompaniesChange {
  if (intent === "add") return { add: company };
  return intent === "remove" ? { remove: company } : { up: company };
}

type AskedProps = { page: CompaniesPage; asked: NonNullable<CompaniesPage["asked"]> };

/** Shows the change that waits for a second person, or for the asker where there is none. */
function Asked({ page, asked }: AskedProps) {
  const { meetings, closing, approving } = useWords();
  const { companies: say } = meetings;
  const fields = { subject: asked.subject };
  return (
    <section className="notice" aria-labelledby="asked">
      <h2 id="asked">{closing.asked.title}</h2>
      <p>{say.asked(asked.by?.name ?? closing.asked.somebody, writeMoment(asked.at))}</p>
      <ol>
        {asked.companies.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      <Approval
        state={page.state}
        thing={{ kind: "companies", subject: asked.subject }}
        fields={fields}
        asked={page.asking}
        say={{
          approve: say.approve,
          own: closing.asked.others(page.state.others),
          noRight: approving.noRight,
          alone: { text: approving.alone, approve: say.approve },
        }}
      />
      <ActionButton intent="withdraw" fields={fields}>
        {closing.asked.withdraw}
      </ActionButton>
    </section>
  );
}

type CompanyRowsProps = {
  companies: readonly { slug: string; name: string; holds: readonly CompanyHold[] }[];
  mayChange: boolean;
};

/** Lists companies in order, with the buttons that change it, and what keeps one in the campaign. */
function CompanyRows({ companies, mayChange }: CompanyRowsProps) {
  const { companies: say } = useWords().meetings;
  return (
    <ol className="list measure">
      {companies.map(({ slug, name, holds }, n) => (
        <li key={slug}>
          <div>
            <b>{name}</b>
            {n === 0 && companies.length > 1 && <span className="kind">{say.first}</span>}
            {companies.length > 1 && holds.length > 0 && (
              <p className="small muted">{say.held(holds.map((hold) => say.holds[hold]))}</p>
            )}
          </div>
          {mayChange && companies.length > 1 && (
            <div className="acts">
              {n > 0 && (
                <ActionButton intent="up" fields={{ company: slug }}>
                  {say.up(name)}
                </ActionButton>
              )}
              {holds.length === 0 && (
                <ActionButton intent="remove" fields={{ company: slug }}>
                  {say.remove(name)}
                </ActionButton>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
