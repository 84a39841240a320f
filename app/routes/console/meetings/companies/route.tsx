import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { wordOf } from "#app/ui/console/done-note.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { Select } from "#app/ui/field.tsx";
import { wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { CompanyFields } from "#app/ui/meetings/company-fields.tsx";
import { FormOutcome } from "#app/ui/meetings/form-outcome.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { type Answer, act } from "./act.server.ts";
import { Asked } from "./asked.tsx";
import { CompanyRows } from "./company-rows.tsx";
import { type CompaniesPage, load } from "./load.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

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
