import { mayDo } from "#app/domain/access/organizer.ts";
import { addRecipient } from "#app/domain/campaign/recipients/add-recipient.server.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import { RecipientForm, recipientOfForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { RecipientFields } from "#app/ui/console/recipient-fields.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf, typedOnce } from "#app/ui/meetings/form-state.ts";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { RecipientTable } from "./recipient-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company } = await requireCompany(args, "view");
  return {
    slug: campaign.slug,
    recipients: await listRecipients(args.context.db, campaign.id, company.id),
    mayWrite: mayDo(campaign, "write"),
  };
}

/** Adds an office; what cannot be added comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { scope, at } = await requireCompany(args, "write");
  const form = await parseForm(args.request, RecipientForm);
  const values = typedOnce(form.values);
  if (!form.ok) return data({ values, errors: form.errors, refused: null }, { status: 422 });
  const added = await addRecipient(args.context.db, { scope, values: recipientOfForm(form.value) });
  if (added.outcome === "gone") throw notFound();
  if (added.outcome === "taken")
    return data({ values, errors: [], refused: "taken" as const }, { status: 409 });
  return redirect(at(`letters/recipients/${added.publicId}`, { done: "added" }), 303);
}

export const meta: MetaFunction = () => [{ title: "Recipients of letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Recipients() {
  const { slug, recipients, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { recipients: say, summary, errors } = useWords().letterConsole;
  const form = { values: answer?.values ?? { per_day: "20" }, errors: answer?.errors ?? [] };
  return (
    <>
      <CompanyTabs />
      <PageHead title={say.title} text={say.text} />
      <DoneNote done={null} refused={wordOf(say.refused, answer?.refused)} />
      <ErrorSummary heading={summary} errors={messagesOf(form, errors)} />
      {recipients.length === 0 ? (
        <Blank title={say.empty.title} text={say.empty.text} />
      ) : (
        <RecipientTable slug={slug} recipients={recipients} />
      )}
      <p className="notice unverified-means">{say.unverifiedMeans}</p>
      {mayWrite ? (
        <section className="letter-part" aria-labelledby="add">
          <h2 id="add">{say.add}</h2>
          <p className="muted">{say.addText}</p>
          <Form method="post" className="letter-form" noValidate>
            <RecipientFields form={form} />
            <div className="act-row">
              <Button>{say.saveAdded}</Button>
            </div>
          </Form>
        </section>
      ) : (
        <p className="muted small">{say.noWrite}</p>
      )}
    </>
  );
}
