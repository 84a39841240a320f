import type { PastResult } from "#app/domain/pledges/past-results.ts";
import { useWords } from "../locale.tsx";

/** A result as it is said: computed from votes, or as it was reported. */
export function useSaid() {
  const { results } = useWords().totals;
  return ({ result }: PastResult) =>
    result.kind === "exact" ? results.percent(result.percent) : result.text.replace(/ %/g, "\u00a0%");
}
