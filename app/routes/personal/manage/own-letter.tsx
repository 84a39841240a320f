import type { TrackedLetter as Letter } from "#app/domain/entries/letters/letter-view.ts";
import { describeProblem } from "#app/i18n/describe-problem.ts";
import { formatDate, formatTime } from "#app/i18n/index.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { LetterSheet } from "#app/ui/letter/letter-sheet.tsx";
import { PrintForm, SendItYourself } from "#app/ui/letter/send-it-yourself.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { LetterForms, NewsForm } from "./entry-forms.tsx";
import type { AddressedLetter } from "./own-data.ts";

/** `news`: this letter has the form that ends news of its campaign. */
type OwnLetterProps = { letter: AddressedLetter; news: boolean };

/** Tells if a letter was withdrawn by its writer or refused by an organizer. */
const isEnded = ({ state }: Pick<Letter, "state">) => state === "withdrawn" || state === "refused";

/** Shows a letter: text, state, history, replies, and the ways to change or withdraw it. */
export function OwnLetter({ letter, news }: OwnLetterProps) {
  const { held, self } = useWords().letter;
  const locale = useLocale();
  const to = useLocalizedPath();
  const { publicId, company, addressee, text, handedOverAt } = letter;
  return (
    <section className="own-section" aria-labelledby={publicId}>
      <h2 id={publicId}>{held.heading(company)}</h2>
      <div className="entry-facts">
        <DefinitionList items={useRows(letter)} />
      </div>
      {letter.confirmPath && (
        <p className="gap">
          <a href={letter.confirmPath}>{held.confirmLink}</a>
        </p>
      )}
      <Moderation letter={letter} />
      {letter.replies.map((reply) => (
        <div key={`${reply.receivedOn} ${reply.fromWhom}`}>
          <h3>{held.reply(reply.fromWhom, formatDate(locale, reply.receivedOn))}</h3>
          <blockquote className="words" dir="auto">
            {reply.text}
          </blockquote>
        </div>
      ))}
      <details className="gap">
        <summary>{letter.correctedSince || letter.state === "withdrawn" ? held.textNow : held.text}</summary>
        {letter.correctedSince && <p className="notice">{held.correctedSince(company)}</p>}
        <LetterSheet text={text} addressee={addressee} />
      </details>
      <Ledger letter={letter} />
      {handedOverAt && (
        <p className="notice">
          {letter.withdrawnAt
            ? held.handedOverThenWithdrawn(
                formatDate(locale, handedOverAt),
                formatDate(locale, letter.withdrawnAt),
              )
            : held[letter.state === "filed" ? "filedOn" : "handedOver"](formatDate(locale, handedOverAt))}
        </p>
      )}
      <LetterForms letter={letter} />
      {news && <NewsForm publicId={publicId} />}
      {letter.state !== "email_pending" && (
        <details className="gap">
          <summary>{self.headingAlso}</summary>
          <SendItYourself
            heading={self.headingAlso}
            id={`text-${publicId}`}
            addressee={addressee}
            text={text}
            print={<PrintForm action={to(`/c/${letter.campaign}/letter`)} letter={letter} />}
          />
        </details>
      )}
    </section>
  );
}

/** Tells if it was handed over in person, not emailed. */
const isInPerson = ({ state, dispatch, handedOverAt }: Letter) =>
  (state === "sent" || (state === "withdrawn" && handedOverAt !== null)) && dispatch === null;

function useRows(letter: AddressedLetter) {
  const { letter: words, letterProblems } = useWords();
  const { held } = words;
  const locale = useLocale();
  const day = (time: Date) => formatDate(locale, time);
  const { state, handedOverAt, role, shares, unreadable, dispatch, sentSha256, selfSentAt, selfSentWay } =
    letter;
  const beingHandedOver = state === "queued" && handedOverAt !== null;
  const isReviewed = letter.heldReason === null || letter.moderatedAt !== null;
  const inPerson = isInPerson(letter);
  const status =
    state === "confirmed" && !isReviewed
      ? "held"
      : beingHandedOver
        ? "handingOver"
        : state === "withdrawn" && handedOverAt !== null
          ? "withdrawnAfter"
          : inPerson
            ? "inPerson"
            : state;
  const hidden = letter.publication === "hidden" && letterProblems.hidden[letter.moderationReason ?? ""];
  const sharesText = unreadable ? held.sharesUnreadable : (shares ?? held.sharesNone);
  return [
    { term: held.campaign, detail: <span lang={letter.titleLanguage}>{letter.title}</span> },
    {
      term: words.confirm.to,
      detail: `${letter.recipient ?? letter.addressee.office ?? words.preview.unnamed}, ${letter.company}`,
    },
    { term: held.state, detail: held.states[status] },
    { term: held.writtenOn, detail: day(letter.createdAt) },
    ...(letter.confirmedAt ? [{ term: held.confirmedOn, detail: day(letter.confirmedAt) }] : []),
    ...(role ? [{ term: held.role, detail: held.roles[role] }] : []),
    { term: held.shares, detail: sharesText },
    ...(isEnded(letter)
      ? []
      : [
          {
            term: held.shownTo,
            detail: hidden ? held.hiddenBecause(hidden) : held.publications[letter.publication],
          },
          { term: held.answer, detail: letter.replyTo ? held.answerYes : held.answerNo },
        ]),
    ...(inPerson ? [{ term: held.dispatch, detail: held.dispatchInPerson }] : []),
    ...(dispatch && handedOverAt
      ? [{ term: held.dispatch, detail: held.dispatchNumber(dispatch.number) }]
      : []),
    ...(sentSha256 ? [{ term: held.sha256, detail: <code>{sentSha256}</code> }] : []),
    ...(selfSentAt && selfSentWay
      ? [{ term: held.selfHeading, detail: held.selfSaid[selfSentWay](day(selfSentAt)) }]
      : []),
  ];
}

/** Why an organizer reviews it, or refused it. */
function Moderation({ letter }: { letter: Letter }) {
  const words = useWords().letter;
  const { heldReason, moderatedAt, moderationReason, state } = letter;
  if (state === "refused") {
    const reason = words.refusedReasons[moderationReason ?? ""] ?? words.refusedOtherwise;
    return <p className="notice">{words.held.refusedBecause(reason)}</p>;
  }
  if (heldReason === null || state === "withdrawn") return null;
  const reason = words.heldReasons[heldReason] ?? words.heldOtherwise;
  return (
    <p className="notice">{moderatedAt === null ? words.held.waitsForLook(reason) : words.held.looked}</p>
  );
}

/** Everything that happened to a letter, with its time. */
function Ledger({ letter }: { letter: Letter }) {
  const { letter: words, letterProblems } = useWords();
  const { held } = words;
  const locale = useLocale();
  const seen = new Set<string>();
  const whyOf = (event: string, code: string) => {
    if (event === "held") return words.heldReasons[code] ?? words.heldOtherwise;
    if (event === "refused") return words.refusedReasons[code] ?? words.refusedOtherwise;
    if (event === "hidden") return letterProblems.hidden[code] ?? words.refusedOtherwise;
    return describeProblem(letterProblems, code) ?? letterProblems.other(code);
  };
  const lines = letter.events.map(({ at, event, problem }) => {
    const again = event === "confirmed" && seen.has(event);
    seen.add(event);
    const renamed = { "in-person": "inPerson", "put-back": "putBack" }[problem ?? ""];
    const what = held.events[renamed ?? (again ? "again" : event)] ?? event;
    const why = problem === null || renamed ? "" : held.because(whyOf(event, problem));
    return `${formatDate(locale, at)}, ${formatTime(locale, at)}: ${what}${why}`;
  });
  return (
    <>
      <h3>{held.ledger}</h3>
      <ol className="plain small">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and are only added.
          <li key={index}>{line}</li>
        ))}
      </ol>
    </>
  );
}
