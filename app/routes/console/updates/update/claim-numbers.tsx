import { useWords } from "#app/ui/locale.tsx";

/** The claims a text can cite, each with what to write for it. Their order is that of the argument, not of the page. */
export function ClaimNumbers({ claims }: { claims: readonly { number: number; text: string }[] }) {
  const { write } = useWords().updates;
  if (claims.length === 0) return null;
  return (
    <details className="gap">
      <summary>{write.claims(claims.length)}</summary>
      <ul className="plain">
        {claims.map(({ number, text }) => (
          <li key={number}>
            <code>[claim {number}]</code> {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
