import type { PastResult } from "#app/domain/entries/pledges/totals/past-results.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Writes a result: computed from verified votes, as reported, or not at all. */
export function useResultText() {
  const { results } = useWords().totals;
  return ({ result }: PastResult): string | null => {
    if (result.kind === "hidden") return null;
    if (result.kind === "exact") return results.percent(result.percent);
    return result.text.replace(/(\d)\s*%/g, (_, digit) => results.percent(digit));
  };
}

/** Returns a reported result's language, if it is not the page's. */
export const reportedIn = ({ result }: PastResult) =>
  result.kind === "reported" ? result.language : undefined;
