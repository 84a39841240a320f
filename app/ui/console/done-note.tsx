type DoneNoteProps = { done: string | null | undefined; refused: string | null | undefined };

/** Says what the last button did or why it failed: at the top, where a reloaded page starts. */
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
  /** A key for what was just done, from the address; not shown once a form has an answer. */
  done: string | null | undefined;
  answer: { refused?: string | null | undefined } | null | undefined;
};

/** Shows `DoneNote` in a page's words, by the codes in its address and its action's answer. */
export const AnswerNote = ({ say, done, answer }: AnswerNoteProps) => (
  <DoneNote done={answer ? null : wordOf(say.done, done)} refused={wordOf(say.refused, answer?.refused)} />
);

/** Looks up a word from outside among own keys only, not inherited ones. */
export const wordOf = (record: Record<string, string>, key: string | null | undefined) =>
  key && Object.hasOwn(record, key) ? record[key] : undefined;
