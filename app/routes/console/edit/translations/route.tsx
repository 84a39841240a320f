import { translatedParts } from "#app/domain/campaign/translations/translation.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./act.server.ts";
import { Correct } from "./correct.tsx";
import { LanguageStatus } from "./language-status.tsx";
import { load } from "./load.server.ts";
import { PartForm } from "./part-form.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.translations} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Translations() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  const errors = messagesOf({ values: {}, errors: answer?.errors ?? [] }, say.errors);
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary heading={say.summary} errors={errors} />
      <LanguageStatus page={page} />
      {page.better.length > 0 && <Correct page={page} answer={answer} />}
      {translatedParts.map((part) => {
        const texts = page.texts.filter((one) => one.part === part);
        return (
          texts.length > 0 && <PartForm key={part} part={part} texts={texts} page={page} answer={answer} />
        );
      })}
      {page.texts.length === 0 && <p className="muted">{say.translations.allDone}</p>}
    </>
  );
}
