import { translatedParts } from "#app/domain/campaign/translations/translation.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { Diff } from "#app/ui/editing/diff.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messagesOf, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";
import { load, type TranslationsPage } from "./load.server.ts";
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

/** Shows a translation of the petition: its changes and, for a correction, its note. */
function Correct({ page, answer }: { page: TranslationsPage; answer: Answer | undefined }) {
  const { editing } = useWords();
  const { translations: say } = editing;
  const own = answer?.part === "correct" ? answer : undefined;
  const wire = wireFields({ values: own?.values ?? {}, errors: own?.errors ?? [] }, editing.errors);
  const named = (locale: string) => editing.page.languageNames[locale] ?? locale;
  return (
    <section className="block" aria-labelledby="correct">
      <h2 id="correct">{page.isSigned ? say.correct : say.first}</h2>
      <p>{page.isSigned ? say.correctText : say.firstText}</p>
      {page.changed.map(({ key, before, after }) => (
        <div key={key} className="original" lang={page.locale}>
          <Diff before={before} after={after} />
        </div>
      ))}
      {page.petitionWaits ? (
        <p>
          {say.waits} <Link to={`/organize/c/${page.slug}/edit/petition#proposed`}>{say.waitsLink}</Link>
        </p>
      ) : page.mayManage ? (
        <Form method="post" noValidate className="keep-form">
          <input type="hidden" name="seen" value={page.better.join(",")} />
          {page.isSigned && (
            <>
              <CountedArea
                {...wire("note", say.correctNote(named(page.written)), say.correctHint)}
                most={atMost.note}
                rows={2}
              />
              <CountedArea
                {...wire("note_in", say.correctNote(named(page.locale)))}
                most={atMost.note}
                rows={2}
              />
            </>
          )}
          {page.needsApproval && <p>{say.asks}</p>}
          <p className="act-row">
            <Button name="intent" value="correct">
              {page.needsApproval ? say.ask : say.correctButton}
            </Button>
          </p>
        </Form>
      ) : (
        <p className="muted small">{editing.noManage}</p>
      )}
    </section>
  );
}

function LanguageStatus({ page }: { page: TranslationsPage }) {
  const { editing } = useWords();
  const { translations: say } = editing;
  const { locale, written, slug, isChosen, isOffered, isComplete, needed, missing, drafts, onlyMissing } =
    page;
  const name = (of: string) => editing.page.languageNames[of] ?? of;
  const language = name(locale);
  const base = `/organize/c/${slug}/edit`;
  return (
    <section className="block" aria-labelledby="standing">
      <h2 id="standing">{say.heading(language)}</h2>
      <p>
        {isOffered
          ? isComplete
            ? say.offered(language)
            : say.offeredPartly(language, needed, name(written))
          : isComplete
            ? (isChosen ? say.offeredLater : say.notChosen)(language)
            : say.notOffered(language, needed)}{" "}
        {!isChosen && <Link to={`${base}/page#languages`}>{say.choose}</Link>}
      </p>
      <p className="muted">{say.text(name(written))}</p>
      {drafts.length > 0 && page.mayManage && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="seen" value={drafts.join(",")} />
          <p className="act-row">
            <Button variant="act" name="intent" value="publish">
              {say.publish(drafts.length)}
            </Button>
          </p>
        </Form>
      )}
      {drafts.length > 0 && !page.mayManage && <p className="muted small">{editing.noManage}</p>}
      <p className="cluster loose">
        {missing > 0 && !onlyMissing && (
          <Link to={`?in=${locale}&show=missing`}>{say.onlyMissing(missing)}</Link>
        )}
        {onlyMissing && <Link to={`?in=${locale}`}>{say.showAll(page.all)}</Link>}
        <a href={`${base}/preview?in=${locale}&all=1`}>{say.preview(language)}</a>
        <Link to={`${base}/history?thing=translation`}>{say.history}</Link>
      </p>
    </section>
  );
}
