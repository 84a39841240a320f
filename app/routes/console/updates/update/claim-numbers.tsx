import { useWords } from "#app/ui/locale.tsx";

/** Lists the claims to cite, each with its code, in the order of the argument. */
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
