import { letterRefusalReasons } from "#app/domain/moderation/moderation.ts";
import type { OpenedLetter } from "#app/domain/outgoing/dispatches/drafting/open-letters.server.ts";
import { Against } from "#app/ui/console/against.tsx";
import { LetterStateLabel } from "#app/ui/console/letter-state.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import type { LettersPage } from "./load.server.ts";

type LetterToReadProps = {
  letter: OpenedLetter;
  page: LettersPage;
  /** Why this letter's last button did nothing. */
  failed: string | null;
};

/** Shows a letter in full, with what screening finds in it marked, and the way out of the dispatch. */
export function LetterToRead({ letter, page, failed }: LetterToReadProps) {
  const { letterConsole, lettersPublic } = useWords();
  const { letters: say } = letterConsole.dispatches;
  const { heldReasons } = lettersPublic.moderation;
  const { publicId, name, place, found, isOnHold, heldReason, releasedAt, releasedBy } = letter;
  const id = `letter-${publicId}`;
  const flagged = found ?? (isOnHold ? heldReason : null);
  return (
    <li>
      <article aria-labelledby={id} tabIndex={-1}>
        <header>
          <h2 id={id}>
            {say.place(place, page.openings.letters)}{" "}
            <Link to={`/organize/c/${page.slug}/letters/${publicId}`}>{lettersPublic.read.of(name)}</Link>
          </h2>
          {flagged && <p className="kind k-stop">{heldReasons[flagged]}</p>}
        </header>
        <div className="queue-cols">
          <div className="queue-words" lang={letter.locale} dir="auto">
            <Marked letter={letter} />
          </div>
          <div>
            <p>
              <LetterStateLabel state={letter.state} />
            </p>
            {isOnHold && <p className="small muted">{say.held}</p>}
            {releasedAt && (
              <p className="small muted">
                {say.released(releasedBy, writeMoment(releasedAt), heldReason && heldReasons[heldReason])}
              </p>
            )}
            {letter.tellsShares && <p className="small muted">{say.shares}</p>}
            {page.mayRefuse && !letter.handedOver && <TakeOut letter={letter} page={page} failed={failed} />}
          </div>
        </div>
      </article>
    </li>
  );
}

function Marked({ letter: { text, passage } }: Pick<LetterToReadProps, "letter">) {
  const sheet = text.trimEnd();
  if (!passage) return sheet;
  return (
    <>
      {sheet.slice(0, passage.start)}
      <mark>{sheet.slice(passage.start, passage.end)}</mark>
      {sheet.slice(passage.end)}
    </>
  );
}

function TakeOut({ letter: { publicId, seen }, page, failed }: LetterToReadProps) {
  const { letterConsole, lettersPublic } = useWords();
  const { letters: say } = letterConsole.dispatches;
  const { moderation } = lettersPublic;
  return (
    <Form method="post" action={page.at} className="decide" preventScrollReset key={seen}>
      <input type="hidden" name="letter" value={publicId} />
      <input type="hidden" name="seen" value={seen} />
      <Against
        id={publicId}
        field="refusal"
        reasons={letterRefusalReasons.map((reason) => [reason, moderation.refusals[reason]])}
        button={{ label: say.takeOut }}
        means={say.takeOutMeans}
        error={failed === "reason-missing" ? moderation.reasonMissing : null}
      />
    </Form>
  );
}
