import type { ReactNode } from "react";
import { countryName, formatDate } from "#app/i18n/index.ts";
import { writeDay, writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { LetterPage } from "./load.server.ts";

type PartProps = { name: string; heading: string; children: ReactNode };

function Part({ name, heading, children }: PartProps) {
  return (
    <section className="block" aria-labelledby={name}>
      <h2 id={name}>{heading}</h2>
      {children}
    </section>
  );
}

/** Says if the letter was on hold, and what an organizer decided. */
export function Moderation({ page: { letter, slug, mayReview } }: { page: LetterPage }) {
  const { one, reasons } = useWords().letterConsole;
  const { moderation: say } = one;
  const { heldReason, held, moderated } = letter;
  if (heldReason === null && moderated === null) return null;
  return (
    <Part name="moderation" heading={say.heading}>
      {held && heldReason && <p>{say.held(reasons[heldReason] ?? heldReason)}</p>}
      {moderated && (
        <p>
          {say.done(moderated.by ?? one.somebody, writeMoment(moderated.at))}
          {moderated.reason && ` ${reasons[moderated.reason] ?? moderated.reason}.`}
        </p>
      )}
      {held && mayReview && (
        <p>
          <Link to={`/organize/c/${slug}/letters/moderation`}>{say.open}</Link>
        </p>
      )}
    </Part>
  );
}

/** Says what left, when, and by which dispatch. */
export function HandedOver({ page: { letter, slug } }: { page: LetterPage }) {
  const { handed: say, ledger } = useWords().letterConsole.one;
  const { dispatchedIn, handedOverAt, sentSha256 } = letter;
  return (
    <Part name="handed" heading={say.heading}>
      {handedOverAt === null && <p className="muted">{say.not}</p>}
      <dl className="facts">
        {handedOverAt && !dispatchedIn && (
          <div>
            <dt>{say.with}</dt>
            <dd>
              <Link to={`/organize/c/${slug}/packs`}>{say.inPerson}</Link>
            </dd>
          </div>
        )}
        {dispatchedIn && (
          <div>
            <dt>{say.with}</dt>
            <dd>
              <Link to={`/organize/c/${slug}/letters/dispatches/${dispatchedIn.publicId}`}>
                {ledger.dispatch(dispatchedIn.number)}
              </Link>
            </dd>
          </div>
        )}
        {handedOverAt && (
          <div>
            <dt>{letter.state === "filed" ? say.filedAt : say.at}</dt>
            <dd>
              {writeMoment(handedOverAt)}. {letter.state === "filed" ? say.filedFinal : say.final}
            </dd>
          </div>
        )}
        {sentSha256 && (
          <div>
            <dt>{say.hash}</dt>
            <dd>
              <code className="hash">{sentSha256}</code>
            </dd>
          </div>
        )}
      </dl>
    </Part>
  );
}

/** Measures how much of it others wrote. */
export function Words({ page: { letter, slug } }: { page: LetterPage }) {
  const { one, list } = useWords().letterConsole;
  const { words: say } = one;
  const { templateSimilarity, nearestSimilarity, nearestLetter, links } = letter;
  const scored = templateSimilarity !== null && nearestSimilarity !== null;
  return (
    <Part name="words" heading={say.heading}>
      {scored ? (
        <>
          <p>{say.template(list.share(templateSimilarity))}</p>
          <p>
            {say.nearest(list.share(nearestSimilarity))}{" "}
            {nearestLetter && <Link to={`/organize/c/${slug}/letters/${nearestLetter}`}>{say.open}</Link>}
          </p>
        </>
      ) : (
        <p className="muted">{say.unscored}</p>
      )}
      <p>{say.links(links)}</p>
      <p className="small muted">{say.why}</p>
    </Part>
  );
}

/** Says who wrote it, as what, and with which consents. */
export function Facts({ page: { letter } }: { page: LetterPage }) {
  const { one, roles, noRole, languages } = useWords().letterConsole;
  const { facts: say, publications } = one;
  const locale = useLocale();
  const { publication, display, selfSent } = letter;
  const values =
    publication === "private"
      ? publications.private[display === "anonymous" ? "anonymous" : "named"]
      : publications[publication];
  const facts: [string, ReactNode][] = [
    [say.email, letter.email],
    [say.country, countryName(locale, letter.country)],
    [say.recipient, letter.recipient],
    [say.role, letter.role ? roles[letter.role] : noRole],
    [say.locale, languages[letter.locale] ?? letter.locale],
    [say.written, writeMoment(letter.writtenAt)],
    [say.confirmed, letter.confirmedAt && writeMoment(letter.confirmedAt)],
    [say.consent, letter.state === "email_pending" ? null : letter.consented ? say.agreed : say.notAgreed],
    [say.replyTo, letter.replyTo ? say.replyToYes : say.replyToNo],
    [say.display, values],
    [say.selfSent, selfSent && say.selfSentWays[selfSent.way](writeDay(selfSent.at))],
  ];
  return (
    <Part name="facts" heading={say.heading}>
      <dl className="facts">
        {facts.map(
          ([term, detail]) =>
            detail && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{detail}</dd>
              </div>
            ),
        )}
      </dl>
    </Part>
  );
}

/** Quotes the company's answers to its dispatch. */
export function Replies({ page: { letter, slug } }: { page: LetterPage }) {
  const { replies: say } = useWords().letterConsole.one;
  const locale = useLocale();
  return (
    <Part name="replies" heading={say.heading}>
      {letter.replies.length === 0 ? (
        <p className="muted">{letter.handedOverAt === null ? say.noDispatch : say.none}</p>
      ) : (
        <ul className="lines">
          {letter.replies.map(({ publicId, receivedOn, fromWhom }) => (
            <li key={publicId}>{say.line(fromWhom, formatDate(locale, receivedOn))}</li>
          ))}
        </ul>
      )}
      {letter.replies.length > 0 && (
        <p>
          <Link to={`/organize/c/${slug}/letters/replies`}>{say.open}</Link>
        </p>
      )}
    </Part>
  );
}
