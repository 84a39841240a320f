import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import type { PublicLetter } from "#app/domain/entries/letters/published/public-letter.ts";
import { LetterEntry } from "./letter-entry.tsx";

/** The companies of a list: with more than one, each entry names its own. */
export type Companies = readonly Pick<CampaignCompany, "id" | "name">[];

/** Returns the company's name if a list is about several. */
export const nameAmong = (companies: Companies, id: number) =>
  companies.length > 1 ? (companies.find((company) => company.id === id)?.name ?? null) : null;

type LetterListProps = { slug: string; companies: Companies; letters: readonly PublicLetter[] };

/** Lists letters between hairlines, newest first. */
export function LetterList({ slug, companies, letters }: LetterListProps) {
  return (
    <ol className="letter-list">
      {letters.map((letter) => (
        <LetterEntry
          key={letter.publicId}
          slug={slug}
          letter={letter}
          company={nameAmong(companies, letter.companyId)}
        />
      ))}
    </ol>
  );
}
