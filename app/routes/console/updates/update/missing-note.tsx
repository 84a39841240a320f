import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { useWords } from "#app/ui/locale.tsx";

type MissingNoteProps = {
  missing: readonly NotReady[];
  /** While emails are only written to files: details replaced by examples. */
  rehearsed: readonly NotReady[];
};

/** Names required details that are missing, and what to do. */
export function MissingNote({ missing, rehearsed }: MissingNoteProps) {
  const { missing: say } = useWords().updates;
  if (missing.length === 0 && rehearsed.length === 0) return null;
  return (
    <div className="notice">
      {missing.length > 0 ? (
        <>
          <h3>{say.heading}</h3>
          <p>{say.text}</p>
          <ul>
            {missing.map((item) => (
              <li key={item}>{say.items[item]}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h3>{say.rehearsed.heading}</h3>
          <p>{say.rehearsed.text(rehearsed.map((item) => say.short[item]))}</p>
        </>
      )}
    </div>
  );
}
