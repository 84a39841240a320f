type SaidProps = {
  /** What was just done. */
  done?: string | null | undefined;
  /** Why it was not. */
  refused?: string | null | undefined;
};

/** What the last button did, or why it did nothing. */
export function Said({ done, refused }: SaidProps) {
  return (
    <>
      {done && !refused && (
        <p className="said" role="status">
          {done}
        </p>
      )}
      {refused && (
        <p className="said said-no" role="alert">
          {refused}
        </p>
      )}
    </>
  );
}
