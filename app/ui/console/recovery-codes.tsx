import { useWords } from "#app/ui/locale.tsx";

/** Shows ten codes to write down, once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { codes: say } = useWords().people.second;
  return (
    <>
      <ol className="recovery columns lines mt-6 mb-3 border-y-1 border-rule ps-7" aria-label={say.list}>
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
