import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./act.server.ts";
import { load } from "./load.server.ts";
import { OrganizationPart } from "./organization-part.tsx";
import { SenderPart } from "./sender-part.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.organization} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Imprint() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary
        heading={say.summary}
        errors={messagesOf({ values: {}, errors: answer?.errors ?? [] }, say.errors)}
      />
      {!page.mayManage && <p className="muted small">{say.imprint.noManage}</p>}
      {page.openBatches > 0 && <p className="notice">{say.imprint.openBatches(page.openBatches)}</p>}
      <OrganizationPart page={page} answer={answer?.part === "imprint" ? answer : undefined} />
      <SenderPart page={page} answer={answer?.part === "sender" ? answer : undefined} />
    </>
  );
}
