import { useWords } from "#app/ui/locale.tsx";

/** Shows ten codes to write down, once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { codes: say } = useWords().people.second;
  return (
    <>
      <ol className="recovery" aria-label={say.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="small muted">{say.how}</p>
    </>
  );
}
