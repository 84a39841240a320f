import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./act.server.ts";
import { load } from "./load.server.ts";
import { PictureForm } from "./picture-form.tsx";
import { Placed } from "./placed.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.picture} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function EditPicture() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  const messages = messagesOf({ values: {}, errors: answer?.errors ?? [] }, say.errors);
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary heading={say.summary} errors={messages} />
      {page.picture ? (
        <Placed page={page} picture={page.picture} />
      ) : (
        <Blank title={say.picture.empty} text={say.picture.emptyText} />
      )}
      {page.mayWrite ? (
        <PictureForm
          key={page.version}
          page={page}
          values={
            answer?.errors.length || answer?.refused ? { ...page.fields, ...answer.values } : page.fields
          }
          messages={messages}
        />
      ) : (
        <p className="muted small">{say.noWrite}</p>
      )}
    </>
  );
}
