import { ActionButton } from "#app/ui/console/action-button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { ImportPage } from "./load.server.ts";

/** Shows a worker's progress, with the button to stop it. */
export function ImportProgress({ page: { one, frozen } }: { page: ImportPage }) {
  const { imports } = useWords();
  const { work: say } = imports;
  const undoing = one.state === "undoing";
  const { state } = one;
  return (
    <section className="import" aria-live="polite">
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
