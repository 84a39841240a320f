import { letterStates } from "#app/domain/entries/letters/letter.ts";
import type { DispatchKind } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { partFiles } from "#app/domain/outgoing/dispatches/parts/part.ts";
import type { PartProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import { describeProblem } from "#app/i18n/describe-problem.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { LetterStateLabel } from "#app/ui/console/entry-state.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ShortHash } from "#app/ui/console/short-hash.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { DispatchPage } from "./load.server.ts";

/** Shows what became of each of the dispatch's emails, and their letters. */
export function Progress({ page }: { page: DispatchPage }) {
  const { progress: say } = useWords().letterConsole.dispatches;
  const { columns } = say;
  const { progress, rights } = page;
  const unknown = progress.parts.filter(({ state }) => state === "unknown");
  const back = progress.parts.filter(({ back: { letters, names } }) => letters + names > 0);
  return (
    <section className="block" aria-labelledby="progress">
      <h2 id="progress">{say.heading}</h2>
      {back.map((part) => (
        <CameBack key={part.publicId} part={part} may={rights.approve} />
      ))}
      {rights.approve && unknown.map((part) => <Settle key={part.publicId} part={part} />)}
      <table className="stacked part-rows">
        <caption className="vh">{say.caption}</caption>
        <thead>
          <tr>
            <th>{columns.part}</th>
            <th className="num">{columns.letters}</th>
            <th className="num wide">{columns.names}</th>
            <th className="state">{columns.state}</th>
            <th className="wide">{columns.proof}</th>
          </tr>
        </thead>
        <tbody>
          {progress.parts.map((part) => (
            <PartRow key={part.publicId} kind={page.dispatch.kind} part={part} />
          ))}
        </tbody>
      </table>
      <LetterFates page={page} />
    </section>
  );
}

const classOf: Record<string, string> = {
  accepted: "kind k-good",
  delivered: "kind k-good",
  delayed: "kind k-good",
  complained: "kind k-good",
  bounced: "kind k-stop",
  failed: "kind k-stop",
  suppressed: "kind k-stop",
  unknown: "kind k-wait",
};

type PartRowProps = { kind: DispatchKind; part: PartProgress };

function PartRow({ kind, part }: PartRowProps) {
  const { letterConsole, letterProblems } = useWords();
  const { progress: say } = letterConsole.dispatches;
  const locale = useLocale();
  const { state, transport, frozen, problem, settledAt, dueAt } = part;
  const filed = state === "accepted" && transport === "file";
  const label = filed ? say.filed : state === null ? say.waits : say.states[state];
  const fewer = frozen ? part.letters - frozen.letters : 0;
  return (
    <tr>
      <td data-label={say.columns.part}>{part.part}</td>
      <td className="num" data-label={say.columns.letters}>
        {formatNumber(locale, frozen?.letters ?? part.letters)}
        {fewer > 0 && <span className="small muted beneath">{say.leftOut(fewer)}</span>}
      </td>
      <td className="num wide">{formatNumber(locale, frozen?.names ?? part.names)}</td>
      <th scope="row" className="state">
        <span className={filed ? "kind" : (classOf[state ?? ""] ?? "kind k-ink")}>{label}</span>
        <span className="small muted beneath">
          {settledAt ? writeMoment(settledAt, { seconds: true }) : dueAt && say.due(writeMoment(dueAt))}
        </span>
        {problem && (
          <span className="small muted beneath">
            {describeProblem(letterProblems, problem) ?? letterProblems.other(problem)}
          </span>
        )}
        <span className="narrow">
          <Proof kind={kind} part={part} />
        </span>
      </th>
      <td className="wide">
        <Proof kind={kind} part={part} />
      </td>
    </tr>
  );
}

function Proof({ kind, part: { frozen, providerId } }: PartRowProps) {
  const { progress: say } = useWords().letterConsole.dispatches;
  if (frozen === null && providerId === null) return null;
  const files = frozen ? partFiles(kind, frozen) : [];
  return (
    <span className="small stack">
      {frozen && (
        <>
          <span>
            {say.hashMail} <ShortHash sha256={frozen.mailSha256} />
          </span>
          <span>
            {say.hashText} <ShortHash sha256={frozen.textSha256} />
          </span>
          {frozen.fileSha256s.map((sha256, n) => (
            <span key={sha256}>
              {files[n] ?? say.hashFile(n + 1)} <ShortHash sha256={sha256} />
            </span>
          ))}
        </>
      )}
      {providerId && (
        <span>
          {say.provider} <code>{providerId}</code>
        </span>
      )}
    </span>
  );
}

/** An email that may or may not have arrived: an organizer finds out and records it here. */
function Settle({ part: { part, publicId } }: { part: PartProgress }) {
  const { settle: say } = useWords().letterConsole.dispatches.progress;
  return (
    <div className="needs">
      <div>
        <h3>{say.heading(part)}</h3>
        <p>{say.text}</p>
      </div>
      <div className="cluster">
        <ActionButton intent="settle" fields={{ part: publicId, arrived: "yes" }}>
          {say.arrived}
        </ActionButton>
        <ActionButton intent="settle" fields={{ part: publicId, arrived: "no" }}>
          {say.not}
        </ActionButton>
        <p className="small">{say.notText}</p>
      </div>
    </div>
  );
}

/** An email that did not arrive: what is queued again by itself, and what somebody must queue again. */
function CameBack({ part: { part, publicId, back }, may }: { part: PartProgress; may: boolean }) {
  const { back: say } = useWords().letterConsole.dispatches.progress;
  return (
    <div className="needs">
      <div>
        <h3>{say.heading(part)}</h3>
        <p>{say.text(back.letters, back.names)}</p>
        {back.letters > 0 && <p>{say.how}</p>}
      </div>
      {may && back.letters > 0 && (
        <div className="cluster">
          <ActionButton intent="put-back" fields={{ part: publicId }}>
            {say.button}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

function LetterFates({ page: { progress } }: { page: DispatchPage }) {
  const { letters: say } = useWords().letterConsole.dispatches.progress;
  const locale = useLocale();
  const { letters, left, submitted } = progress;
  const known = letterStates.filter((state) => letters[state]);
  const gone = (["waiting", "elsewhere", "withdrawn", "refused", "erased"] as const).filter(
    (fate) => left[fate] > 0,
  );
  return (
    <>
      <h3>{say.heading}</h3>
      <table className="contents">
        <tbody>
          {known.map((state) => (
            <tr key={state}>
              <th scope="row">
                <LetterStateLabel state={state} />
              </th>
              <td className="num">{formatNumber(locale, letters[state] ?? 0)}</td>
            </tr>
          ))}
          {gone.map((fate) => (
            <tr key={fate}>
              <th scope="row">{say[fate]}</th>
              <td className="num">{formatNumber(locale, left[fate])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{say.sum(submitted)}</p>
    </>
  );
}
