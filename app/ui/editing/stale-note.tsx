import { useWords } from "#app/ui/locale.tsx";
import { ChangedFields, changesBetween } from "./changed-fields.tsx";

type StaleNoteProps = {
  /** What was typed, and what somebody saved in between; null if that was removed. */
  mine: object;
  theirs: object | null;
};

/** Shows both texts if two organizers edited at once. The form below keeps what was typed. */
export function StaleNote({ mine, theirs }: StaleNoteProps) {
  const { stale: say } = useWords().editing;
  return (
    <section className="notice" aria-labelledby="two-texts">
      <h2 id="two-texts">{say.heading}</h2>
      <p>{say.text}</p>
      {theirs === null ? (
        <p>{say.dropped}</p>
      ) : (
        <>
          <h3>{say.theirs}</h3>
          <ChangedFields fields={changesBetween(mine, theirs)} />
        </>
      )}
    </section>
  );
}
