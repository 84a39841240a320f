/** Short texts, one under the other. */
export const Lines = ({ of }: { of: readonly string[] }) => (
  <ul className="plain">
    {of.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);
