/** Lists short texts. */
export const Lines = ({ of }: { of: readonly string[] }) => (
  <ul className="plain">
    {of.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);
