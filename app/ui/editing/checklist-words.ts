import type { ChecklistLine } from "#app/domain/campaign/opening/checklist.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Returns what a campaign's checklist says about a line, and why it is there. */
export function useChecklistWords({ unlinked, due }: { unlinked: number; due: number }) {
  const { lines, why } = useWords().editing.overview.checklist;
  return {
    textOf: ({ name, company }: ChecklistLine) => {
      const text =
        name === "sources" ? lines.sources(unlinked) : name === "reviews" ? lines.reviews(due) : lines[name];
      return company ? `${company}: ${text}` : text;
    },
    whyOf: ({ name, blocks }: ChecklistLine) =>
      blocks ? why.blocks : (why[name as keyof typeof why] ?? why.statements),
  };
}
