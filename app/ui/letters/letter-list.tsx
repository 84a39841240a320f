import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { type PublicLetter, publicState } from "#app/domain/entries/letters/published/public-letter.ts";
import { countryName, formatDate } from "#app/i18n/index.ts";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Cross } from "#app/ui/wordmark.tsx";

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

/** `company`: the letter's, if the list is about several. */
type LetterEntryProps = { slug: string; letter: PublicLetter; company: string | null };

/** Shows a letter in a list: words, signer, and its state. */
function LetterEntry({ slug, letter, company }: LetterEntryProps) {
  const { read: say, states } = useWords().lettersPublic;
  const locale = useLocale();
  const to = useLocalizedPath();
  const { publicId, name, country, body, confirmedOn } = letter;
  const path = to(`/c/${slug}/letters/${publicId}`);
  return (
    <li>
      <article aria-label={say.of(name)}>
        <blockquote className="letter-words brief" lang={letter.locale} dir="auto">
          {shortened(body)}
        </blockquote>
        <p className="signed">
          <Cross />
          <bdi>{name}</bdi>
          <span>{countryName(locale, country)}</span>
          <time dateTime={confirmedOn}>{formatDate(locale, confirmedOn)}</time>
        </p>
        <p className="small muted">
          {company && `${company}: `}
          {states[publicState(letter)]}. <a href={path}>{say.whole}</a>
        </p>
      </article>
    </li>
  );
}

const beginningAtMost = 420;

/** The beginning of a long letter, cut at the end of a word. */
function shortened(body: string): string {
  const whole = [...body.trim()];
  if (whole.length <= beginningAtMost) return whole.join("");
  const beginning = whole.slice(0, beginningAtMost).join("");
  const lastSpace = Math.max(beginning.lastIndexOf(" "), beginning.lastIndexOf("\n"));
  return `${beginning.slice(0, lastSpace < beginning.length - 31 ? undefined : lastSpace).trimEnd()} …`;
}
