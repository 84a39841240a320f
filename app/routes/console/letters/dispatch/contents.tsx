import type { PartProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { CheckList } from "#app/ui/console/check-list.tsx";
import { useFrozen } from "#app/ui/console/frozen.ts";
import { LetterViewers } from "#app/ui/console/letter-viewers.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { DispatchPage } from "./load.server.ts";

/** Counts letters, names and emails, and says what is left out and why. */
export function Contents({ page }: { page: DispatchPage }) {
  const { dispatches: words } = useWords().letterConsole;
  const { contents: say, counts } = words;
  const { dispatch, progress, sheet } = page;
  const isDraft = dispatch.stage === "draft";
  const { parts } = progress;
  const [leftLetters, leftNames] = [leftOutSince(parts, "letters"), leftOutSince(parts, "names")];
  const letters = isDraft ? sheet.figures.letters : dispatch.letters;
  const names = isDraft ? sheet.figures.names : dispatch.names;
  const alone = dispatch.kind === "individual";
  return (
    <section className="block" aria-labelledby="contents">
      <h2 id="contents">{say.heading}</h2>
      {isDraft && <p className="small muted">{say.draftText}</p>}
      <table className="contents">
        <tbody>
          <tr>
            <th scope="row">{alone ? say.alone(letters) : say.annexA(letters)}</th>
            <td className="num">{alone ? "" : "PDF, CSV"}</td>
          </tr>
          {!alone && (
            <tr>
              <th scope="row">{say.annexB(names)}</th>
              <td className="num">{dispatch.withNames ? "PDF, CSV" : "–"}</td>
            </tr>
          )}
          {!alone &&
            parts.length > 1 &&
            parts.map((part) => (
              <tr key={part.publicId} className="sub">
                <th scope="row">{say.part(part.part)}</th>
                <td className="num">
                  {counts.letters(part.frozen?.letters ?? part.letters)},{" "}
                  {counts.names(part.frozen?.names ?? part.names)}
                </td>
              </tr>
            ))}
        </tbody>
        {!isDraft && (
          <tfoot>
            <tr>
              <th scope="row">{counts.letters(letters)}</th>
              <td className="num">{say.parts(parts.length)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {leftLetters + leftNames > 0 && <p className="small muted">{say.since(leftLetters, leftNames)}</p>}
      <LeftOut page={page} />
    </section>
  );
}

/** Counts what was submitted but is in none of the emails written. */
const leftOutSince = (parts: readonly PartProgress[], what: "letters" | "names") =>
  parts.reduce((sum, part) => sum + (part.frozen ? part[what] - part.frozen[what] : 0), 0);

function LeftOut({ page: { waiting, checks, slug, rights, dispatch } }: { page: DispatchPage }) {
  const { leftOut: say } = useWords().letterConsole.dispatches.contents;
  if (waiting === null || checks === null || dispatch.kind === "individual") return null;
  const reasons = [
    waiting.lettersOnHold > 0 && say.held(waiting.lettersOnHold),
    checks.withoutConsent > 0 && say.noConsent(checks.withoutConsent),
    waiting.namesLeftOut > 0 && say.names(waiting.namesLeftOut),
  ].filter(Boolean);
  return (
    <p className="small muted">
      {say.heading}: {reasons.length === 0 ? say.nothing.toLowerCase() : `${reasons.join("; ")}.`}{" "}
      {waiting.lettersOnHold > 0 && rights.review && (
        <Link to={`/organize/c/${slug}/letters/moderation`}>{say.show}</Link>
      )}
    </p>
  );
}

/** Lists checks before approval. */
export function Checks({ page: { checks, dispatch, now, unset, isRehearsal } }: { page: DispatchPage }) {
  const { letterConsole, updates } = useWords();
  const { checks: say } = letterConsole.dispatches;
  if (checks === null) return null;
  const names = unset.map((what) => updates.missing.short[what]);
  const { notConsented, onHold, namesTwice } = checks;
  const { isVerified, isRetired } = dispatch.recipient;
  const office = isVerified && !isRetired;
  return (
    <section className="block" aria-labelledby="checks">
      <h2 id="checks">{say.heading}</h2>
      <CheckList
        checks={[
          { ok: notConsented === 0, text: notConsented === 0 ? say.consent : say.consentNot(notConsented) },
          { ok: true, text: say.counts(writeMoment(now)) },
          { ok: namesTwice === 0, text: namesTwice === 0 ? say.once : say.onceNot(namesTwice) },
          { ok: onHold === 0, text: onHold === 0 ? say.held : say.heldNot(onHold) },
          { ok: office, text: office ? say.office : say.officeNot },
          { ok: unset.length === 0, text: unset.length === 0 ? say.ready : say.readyNot(names, isRehearsal) },
        ]}
      />
    </section>
  );
}

/** Counts how many letters each person opened, with a link. */
export function WhoRead({ page: { openings, self, slug, dispatch, rights } }: { page: DispatchPage }) {
  const { openings: say } = useWords().letterConsole.dispatches;
  return (
    <section className="block" aria-labelledby="read">
      <h2 id="read">{say.heading}</h2>
      <LetterViewers openings={openings} me={self} />
      <p>
        {rights.names ? (
          <Link to={`/organize/c/${slug}/letters/dispatches/${dispatch.publicId}/letters`}>{say.read}</Link>
        ) : (
          <span className="small muted">{say.noRight}</span>
        )}
      </p>
    </section>
  );
}

export function Hands({ page: { dispatch } }: { page: DispatchPage }) {
  const { hands: say } = useWords().letterConsole.dispatches;
  const { author, editor, submitter, approver, cause, editedAt, submittedAt, approvedAt } = dispatch;
  const facts = [
    cause === "organizer" ? say.author(author?.name ?? say.operator) : say.byItself,
    editor && say.editor(editor.name, writeMoment(editedAt)),
    submittedAt && say.submitter(submitter?.name ?? say.operator, writeMoment(submittedAt)),
    approvedAt &&
      (dispatch.approvedAlone ? say.approverAlone : say.approver)(
        approver?.name ?? say.operator,
        writeMoment(approvedAt),
      ),
  ];
  return (
    <section className="block" aria-labelledby="hands">
      <h2 id="hands">{say.heading}</h2>
      <ul className="lines ruled">{facts.map((fact) => fact && <li key={fact}>{fact}</li>)}</ul>
    </section>
  );
}

/** Says if the company answered, and where to record it. */
export function Replies({ page: { sheet, slug, rights } }: { page: DispatchPage }) {
  const { answers: say } = useWords().letterConsole.dispatches;
  const address = `/organize/c/${slug}/letters/replies`;
  return (
    <section className="block" aria-labelledby="answers">
      <h2 id="answers">{say.heading}</h2>
      <p>{sheet.replies === 0 ? say.none : say.line(sheet.replies)}</p>
      <p>
        <Link to={address}>{rights.write ? say.record : say.all}</Link>
      </p>
    </section>
  );
}

/** Pauses, continues or ends it. */
export function Holding({ page: { dispatch } }: { page: DispatchPage }) {
  const { acts: say } = useWords().letterConsole.dispatches;
  const { stage } = dispatch;
  const isFrozen = useFrozen();
  if (stage === "sent" || stage === "filed" || stage === "cancelled") return null;
  const begun = stage === "sending" || stage === "paused";
  return (
    <section className="block" aria-labelledby="holding">
      <h2 id="holding">{say.heading}</h2>
      {stage === "sending" && (
        <>
          <ActionButton intent="pause">{say.pause}</ActionButton>
          <p className="small muted">{say.pauseText}</p>
        </>
      )}
      {stage === "paused" && !isFrozen && (
        <ActionButton intent="resume" variant="act">
          {say.resume}
        </ActionButton>
      )}
      {begun ? (
        <AskedOnce
          intent="cancel"
          fields={{ from: "begun" }}
          summary={say.cancel}
          text={say.cancelText}
          button={say.cancelButton}
        />
      ) : (
        <AskedOnce
          intent="cancel"
          fields={{ from: "open" }}
          summary={say.discard}
          text={say.discardText}
          button={say.discardButton}
        />
      )}
    </section>
  );
}
