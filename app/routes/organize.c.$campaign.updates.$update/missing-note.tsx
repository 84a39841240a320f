import type { NotReady } from "#app/domain/updates/update.ts";
import { useWords } from "#app/ui/locale.tsx";

/** What every update must carry and is not set, with what the operator has to do. */
export function MissingNote({ missing }: { missing: readonly NotReady[] }) {
  const { missing: say } = useWords().updates;
  if (missing.length === 0) return null;
  return (
    <div className="notice">
      <h3>{say.heading}</h3>
      <p>{say.text}</p>
      <ul>
        {missing.map((item) => (
          <li key={item}>{say.items[item]}</li>
        ))}
      </ul>
    </div>
  );
}
