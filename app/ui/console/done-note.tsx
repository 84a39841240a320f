type DoneNoteProps = { done: string | null | undefined; refused: string | null | undefined };

/** Says what the last button did or refused: at the top, where a page that came back begins. */
export function DoneNote({ done, refused }: DoneNoteProps) {
  return (
    <>
      {done && !refused && (
        <p className="banner" role="status">
          {done}
        </p>
      )}
      {refused && (
        <p className="banner banner-error" role="alert">
          {refused}
        </p>
      )}
    </>
  );
}

type AnswerNoteProps = {
  say: { done: Record<string, string>; refused: Record<string, string> };
  /** A word of what was just done, from the address; nothing of it is shown once a form has an answer. */
  done: string | null | undefined;
  answer: { refused?: string | null | undefined } | null | undefined;
};

/** Shows `DoneNote` in the words of a page, by the codes of its address and of its action. */
export const AnswerNote = ({ say, done, answer }: AnswerNoteProps) => (
  <DoneNote done={answer ? null : wordOf(say.done, done)} refused={wordOf(say.refused, answer?.refused)} />
);

/** Looks a word from outside up among ours alone, not among what every object has. */
export const wordOf = (record: Record<string, string>, key: string | null | undefined) =>
  key && Object.hasOwn(record, key) ? record[key] : undefined;
