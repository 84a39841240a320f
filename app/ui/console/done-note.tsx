type DoneNoteProps = { done: string | null | undefined; refused: string | null | undefined };

/** What the last button did, or why it did nothing: at the top, where a page that came back begins. */
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

/** A word from outside is looked up among ours alone, not among what every object has. */
export const wordOf = (record: Record<string, string>, key: string | null | undefined) =>
  key && Object.hasOwn(record, key) ? record[key] : undefined;
