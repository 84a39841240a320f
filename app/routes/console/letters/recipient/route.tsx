import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { Button } from "#app/ui/button.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { writeDay } from "#app/ui/console/moment.tsx";
import { RecipientFields } from "#app/ui/console/recipient-fields.tsx";
import { RecipientState } from "#app/ui/console/recipient-state.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./act.server.ts";
import { load, type RecipientPage } from "./load.server.ts";
import { Opening } from "./opening.tsx";
import { Verification } from "./verification.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Recipient of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function OneRecipient() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { recipients: say, summary, errors } = useWords().letterConsole;
  const { recipient, slug } = page;
  const { at } = useCompanies();
  return (
    <>
      <p className="crumb">
        <Link to={at(`/organize/c/${slug}/letters/recipients`, page.company)}>{say.one.back}</Link>
      </p>
      <div className="page-head">
        <div>
          <RecipientState recipient={recipient} />
          <h1>{recipient.name}</h1>
          <CompanyName of={page.company} />
          <p>{recipient.email}</p>
        </div>
      </div>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary
        heading={summary}
        errors={messagesOf({ values: {}, errors: answer?.errors ?? [] }, errors)}
      />
      {recipient.retiredAt !== null ? (
        <p className="notice">{say.one.retired(writeDay(recipient.retiredAt))}</p>
      ) : (
        <div className="cols">
          <div>
            <Verification page={page} answer={answer?.intent === "verify" ? answer : undefined} />
            <Opening page={page} />
          </div>
          {page.mayWrite && <Edit page={page} answer={answer?.intent === "edit" ? answer : undefined} />}
        </div>
      )}
    </>
  );
}

function Edit({ page, answer }: { page: RecipientPage; answer: Answer | undefined }) {
  const { recipients: say } = useWords().letterConsole;
  const { name, email, postalAddress, perDay } = page.recipient;
  const stored = { name, email, postal_address: postalAddress ?? "", per_day: String(perDay) };
  return (
    <div className="letter-aside">
      <section className="letter-part" aria-labelledby="edit">
        <h2 id="edit">{say.one.edit}</h2>
        <p className="small muted">{say.one.editText}</p>
        <Form method="post" className="letter-form" noValidate key={page.seen}>
          <input type="hidden" name="seen" value={page.seen} />
          <RecipientFields form={{ values: answer?.values ?? stored, errors: answer?.errors ?? [] }} />
          <div className="act-row">
            <Button name="intent" value="edit">
              {say.save}
            </Button>
          </div>
        </Form>
      </section>
      <details className="asked">
        <summary>{say.one.retire}</summary>
        <div>
          <p>{say.one.retireText}</p>
          <Form method="post">
            <Button name="intent" value="retire">
              {say.one.retireButton}
            </Button>
          </Form>
        </div>
      </details>
    </div>
  );
}
