import type { PublicLetter } from "#app/domain/entries/letters/published/public-letter.ts";
import { LetterEntry } from "./letter-entry.tsx";

/** Letters between hairlines, the newest first. */
export function LetterList({ slug, letters }: { slug: string; letters: readonly PublicLetter[] }) {
  return (
    <ol className="letter-list">
      {letters.map((letter) => (
        <LetterEntry key={letter.publicId} slug={slug} letter={letter} />
      ))}
    </ol>
  );
}
