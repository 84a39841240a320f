/** Shows the beginning of a sha256, and all of it when pressed: 64 digits on every line would help nobody. */
export function ShortHash({ sha256 }: { sha256: string }) {
  return (
    <details className="short-hash">
      <summary className="hash">
        {sha256.slice(0, 4)} {sha256.slice(4, 8)} …
      </summary>
      <code className="hash">{sha256}</code>
    </details>
  );
}
