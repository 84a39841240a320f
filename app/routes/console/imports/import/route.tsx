import {
  isAtWork,
  maxConsentSourceLength,
  maxConsentTextLength,
  updatesChoices,
} from "#app/domain/entries/imports/import.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { AgreedFields } from "#app/ui/console/agreed-fields.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWatch } from "#app/ui/console/use-watch.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";
import { type ImportPage, loadImport } from "./load.server.ts";
import { MappingPart } from "./mapping-part.tsx";
import { Result } from "./result.tsx";

export const loader = (args: LoaderFunctionArgs) => loadImport(args);

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Import · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Import() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { imports: say } = useWords();
  const { one, frozen } = page;
  useWatch(isAtWork(one.state));
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;

  const refused = answer?.refused === "late" ? say.tooLate : wordOf(say.problems, answer?.refused);
  const waits = one.state === "received" || one.state === "tried";
  return (
    <>
      <div className="page-head">
        <div>
          <p className="crumb">
            <Link to="..">{say.title}</Link>
          </p>
          <h1>{say.list.of(one.number)}</h1>
          <p>
            {say.formats[one.format]}. {say.states[one.state]}.
          </p>
        </div>
      </div>
      <DoneNote
        done={one.stopAsked && isAtWork(one.state) ? wordOf(say.done, page.done) : undefined}
        refused={refused ?? (frozen ? say.frozen : undefined)}
      />
      {one.problem && (
        <p className="banner banner-error">
          {wordOf(say.problems, one.problem) ?? one.problem} {say.onLine(one.problemLine)}
        </p>
      )}
      <div className="cols">
        <div>
          {isAtWork(one.state) && <ImportProgress page={page} />}
          {one.state === "received" && <MappingPart page={page} answer={answer} />}
          {!isAtWork(one.state) && one.rows > 0 && <Result page={page} />}
          {one.state === "tried" && <AgreedPart page={page} answer={answer} />}
          {one.state === "tried" && (
            <details className="asked" open={answer?.form === "mapping"}>
              <summary>{say.mapping.again}</summary>
              <MappingPart page={page} answer={answer} />
            </details>
          )}
        </div>
        <ImportRecord page={page} waits={waits} />
      </div>
    </>
  );
}

type AgreedPartProps = { page: ImportPage; answer: Answer | undefined };

/** Asks what these people agreed to before anybody is taken in, with nothing ticked. */
function AgreedPart({ page: { one, today }, answer }: AgreedPartProps) {
  const { imports } = useWords();
  const { agreed: say } = imports;
  if (one.added === 0) return <p>{say.nothing}</p>;
  const mine = answer?.form === "agreed" ? answer : undefined;
  const messages = (mine?.errors ?? []).map(({ field, code }) => ({
    field,
    message: imports.errors[code] ?? imports.errors["not-text"] ?? "",
  }));
  const values = mine?.values ?? {};
  const choices = updatesChoices.filter((choice) => choice !== "column" || one.hasOptIn);
  return (
    <Form method="post" noValidate className="sheet">
      <ErrorSummary heading={imports.summary} errors={messages} />
      <h2>{say.heading}</h2>
      <p>{say.text}</p>
      <AgreedFields
        values={values}
        messages={messages}
        today={today}
        atMost={{ text: maxConsentTextLength, source: maxConsentSourceLength }}
      >
        {one.withoutAddress ? (
          <>
            <input type="hidden" name="updates_for" value="nobody" />
            <p>{say.paperApart}</p>
          </>
        ) : (
          <fieldset className="field plain-set">
            <legend>{say.updates_for}</legend>
            <ErrorText name="updates_for" error={messageFor(messages, "updates_for")} />
            <div className="choices">
              {choices.map((choice, n) => (
                <label key={choice}>
                  <input
                    type="radio"
                    id={n === 0 ? "updates_for" : undefined}
                    name="updates_for"
                    value={choice}
                    defaultChecked={values.updates_for === choice}
                  />
                  {say.updates[choice]}
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </AgreedFields>
      {!one.withoutAddress && <p className="gap">{say.marked}</p>}
      <div className="act-row">
        <Button variant="act" name="intent" value="start">
          {say.button(one.added)}
        </Button>
      </div>
    </Form>
  );
}

/** Shows a worker's progress, with the button to stop it. */
function ImportProgress({ page: { one, frozen } }: { page: ImportPage }) {
  const { imports } = useWords();
  const { work: say } = imports;
  const undoing = one.state === "undoing";
  const { state } = one;
  return (
    <section className="stack" aria-live="polite">
      <h2>{imports.states[state]}</h2>
      <p>{state === "importing" || state === "undoing" ? say[state] : say.trying}</p>
      {frozen && <p>{say.frozen}</p>}
      <progress
        max={undoing ? one.added : 100}
        value={undoing ? one.undone : one.percent}
        aria-label={imports.states[state]}
      />
      <p className="num">{undoing ? say.undoProgress(one.undone) : say.progress(one.rows, one.percent)}</p>
      <p>
        <Link to=".">{say.look}</Link>
      </p>
      {one.stopAsked ? <p>{say.stopping}</p> : <ActionButton intent="cancel">{say.stop}</ActionButton>}
    </section>
  );
}

type ImportRecordProps = { page: ImportPage; waits: boolean };

function ImportRecord({ page: { one, frozen }, waits }: ImportRecordProps) {
  const { imports: say } = useWords();
  const { facts, undo } = say;
  const rows = [
    [facts.by, say.list.by(one.by, one.at)],
    [facts.file, one.fileName],
    [facts.hash, one.sha256?.replace(/(.{8})(?=.)/g, "$1 ") ?? null],
    [facts.agreedTo, one.consentText],
    [facts.where, one.consentSource],
    [facts.agreedOn, one.agreedOn],
    [facts.updates, one.updatesFor && say.agreed.updates[one.updatesFor]],
  ] as const;
  const mayUndo =
    one.added > 0 &&
    (one.state === "imported" || (one.agreedOn !== null && ["cancelled", "failed"].includes(one.state)));
  const lacksSecret = one.state === "failed" && one.problem === "secret-missing" && !one.wiped;
  return (
    <aside>
      <dl className="facts">
        {rows.map(
          ([term, detail]) =>
            detail && (
              <div key={term}>
                <dt>{term}</dt>
                <dd className={term === facts.hash ? "hash" : undefined}>{detail}</dd>
              </div>
            ),
        )}
      </dl>
      {one.wiped && one.fileName && <p className="small muted">{facts.removed}</p>}
      {one.state === "undone" && <p>{undo.done(one.undone, one.stay)}</p>}
      {one.state === "cancelled" && one.undone > 0 && <p>{say.work.undoProgress(one.undone)}</p>}
      {lacksSecret && !frozen && (
        <ActionButton intent="resume" variant="act">
          {say.resume}
        </ActionButton>
      )}
      {(waits || lacksSecret) && (
        <>
          <ActionButton intent="cancel">{say.cancel}</ActionButton>
          <p className="hint">{say.cancelHint}</p>
        </>
      )}
      {mayUndo && !frozen && (
        <AskedOnce
          intent="undo"
          summary={undo.summary}
          text={undo.text(one.added - one.undone)}
          button={undo.button}
        />
      )}
    </aside>
  );
}
