import type { NotReady } from "#app/domain/campaign/campaign.ts";
import { useWords } from "#app/ui/locale.tsx";

type MissingNoteProps = {
  missing: readonly NotReady[];
  /** What examples replace, where emails are written to files. */
  rehearsed: readonly NotReady[];
};

/** Names what every update must carry and is not set, with what to do. */
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
