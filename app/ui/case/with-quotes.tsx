import type { Claim } from "#app/domain/campaign/campaign.ts";

/** Words of a claim. What they quote as it was said, in another language than theirs, is marked as of that language. */
export function WithQuotes({ of: text, claim }: { of: string; claim: Claim }) {
  const { quoted = [], quotationLanguage } = claim;
  return text.split(/(“[^“”]+”)/).map((part, i) =>
    quoted.includes(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which is drawn once
      <span key={i} lang={quotationLanguage}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
