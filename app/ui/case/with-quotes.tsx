import type { Claim } from "#app/domain/campaign/campaign.ts";

/** Shows a claim's words. A quotation in another language is marked as that language. */
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
