import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { ImportPage } from "./load.server.ts";

type ImportRecordProps = { page: ImportPage; waits: boolean };

export function ImportRecord({ page: { one, frozen }, waits }: ImportRecordProps) {
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
