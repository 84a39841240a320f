import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { StaleNote } from "#app/ui/editing/stale-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./act.server.ts";
import { InForce } from "./in-force.tsx";
import { load } from "./load.server.ts";
import { NoticePart } from "./notice-part.tsx";
import { PetitionForm } from "./petition-form.tsx";
import { ProposalPart } from "./proposal-part.tsx";
import { PublishPart } from "./publish-part.tsx";
import { Versions } from "./versions.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.petition} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Petition() {
  const page = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  const errors = given?.errors ?? [];
  if (given?.proof) return <Reauthenticate asked={given.proof} />;
  const answer = given?.part ? undefined : given;
  const { draft } = page;
  const publish = draft && page.proposal?.draftVersion == null && (
    <PublishPart page={{ ...page, draft }} answer={answer} />
  );
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={given} />
      <ErrorSummary heading={say.summary} errors={messagesOf({ values: {}, errors }, say.errors)} />
      {given?.stale && <StaleNote {...given.stale} />}
      <SentBackNotes sentBack={page.sentBack} />
      <InForce page={page} />
      {page.proposal && <ProposalPart page={{ ...page, proposal: page.proposal }} />}
      {page.mayWrite ? (
        <PetitionForm page={page} answer={answer}>
          {publish}
        </PetitionForm>
      ) : (
        draft && (
          <Form method="post" noValidate className="edit-form">
            <input type="hidden" name="version" value={draft.version} />
            {publish}
          </Form>
        )
      )}
      {publish && page.mayWrite && (
        <AskedOnce
          intent="drop"
          variant="plain"
          fields={{ version: draft?.version ?? 0 }}
          summary={say.petition.drop}
          text={say.petition.dropText}
          button={say.petition.drop}
        />
      )}
      <NoticePart page={page} answer={given} />
      <Versions page={page} />
    </>
  );
}
