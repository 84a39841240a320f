import type { LetterSettings } from "#app/domain/entries/letters/settings/settings.ts";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

type HowDeliveredProps = {
  company: string;
  slug: string;
  /** When the campaign prepares a dispatch; null if that could not be read. */
  rhythm: LetterSettings | null;
  /** The first step is to confirm the letter by email. */
  confirms?: boolean;
};

/** Lists the steps by which a letter reaches the company, and what its writer hears. */
export function HowDelivered({ company, slug, rhythm, confirms = true }: HowDeliveredProps) {
  const letter = useWords().letter;
  const { how } = letter;
  const often = rhythm && letter.rhythm(rhythm.everyDays, rhythm.milestone);
  const to = useLocalizedPath();
  return (
    <aside className="how" aria-labelledby="how">
      <h2 id="how">{how.heading}</h2>
      <ol>
        {confirms && <li>{how.confirm}</li>}
        {how.steps(company, often).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{how.known}</p>
      <p className="gap">
        <a href={to(`/c/${slug}/letters`)}>{how.toLetters}</a>
      </p>
    </aside>
  );
}
