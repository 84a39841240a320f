import { isAtWork } from "#app/domain/entries/imports/import.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWatch } from "#app/ui/console/use-watch.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-exchange.css?url";
import { type Answer, act } from "./act.server.ts";
import { AgreedPart } from "./agreed-part.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportRecord } from "./import-record.tsx";
import { loadImport } from "./load.server.ts";
import { MappingPart } from "./mapping-part.tsx";
import { Result } from "./result.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

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
