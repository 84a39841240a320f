/** Shows the beginning of a sha256, and all of it at a press: 64 digits on every line help nobody read. */
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
