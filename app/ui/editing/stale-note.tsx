import { useWords } from "#app/ui/locale.tsx";
import { ChangedFields, changesBetween } from "./changed-fields.tsx";

type StaleNoteProps = {
  /** What was typed, and what somebody saved in between; null where that is gone. */
  mine: object;
  theirs: object | null;
};

/** Shows both texts, where two organizers edited at once. What was typed is in the form below. */
export function StaleNote({ mine, theirs }: StaleNoteProps) {
  const { stale: say } = useWords().editing;
  return (
    <section className="two-texts" aria-labelledby="two-texts">
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
