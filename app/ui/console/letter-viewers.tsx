import type { LetterViews as Opened } from "#app/domain/outgoing/dispatches/drafting/letter-views.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Says who opened how many of a dispatch's letters. `me`: the reader. */
export function LetterViewers({ openings: { letters, people }, me }: { openings: Opened; me: string }) {
  const { openings: say } = useWords().letterConsole.dispatches;
  const mine = people.find(({ id }) => id === me);
  return (
    <ul className="small mb-2">
      {mine && <li>{say.you(mine.opened, letters)}</li>}
      {people
        .filter(({ id }) => id !== me)
        .map(({ id, name, opened }) => (
          <li key={id}>{say.one(name, opened, letters)}</li>
        ))}
      {people.length === 0 && <li>{say.nobody}</li>}
    </ul>
  );
}
