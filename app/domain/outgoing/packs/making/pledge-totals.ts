import { csvLine } from "#app/domain/base/csv-line.ts";
import type { PublicTotals } from "#app/domain/entries/pledges/totals/public-totals.ts";
import type { PublishedCell } from "#app/domain/entries/pledges/totals/published-totals.ts";

/** One published group of holders: `split` names what it is part of. */
export type TotalsRow = { split: string; group: string; cell: PublishedCell };

/** Lists the published groups of a meeting's pledges; none under five holders. */
export function totalsRows(totals: PublicTotals | null): TotalsRow[] {
  const published = totals?.published;
  if (!published) return [];
  const part = (split: string, cells: Partial<Record<string, PublishedCell>>) =>
    Object.entries(cells).flatMap(([group, cell]) => (cell ? [{ split, group, cell }] : []));
  const items = totals.meeting.items.flatMap(({ id, number, title }) =>
    part(`item ${number ?? title}`, published.byItem[id] ?? {}),
  );
  return [
    ...part("all", published.all ? { all: published.all } : {}),
    ...part("verification", published.byVerification),
    ...part("holding", published.byHolding),
    ...part("kind", published.byKind),
    ...part("intention", published.general),
    ...items,
  ];
}

/** Writes published totals as CSV: a group a row. */
export function totalsCsv(totals: PublicTotals | null): string {
  const head = ["split", "group", "holders", "whole_shares", "range_holders", "range_min", "range_max"];
  const lines = totalsRows(totals).map(({ split, group, cell }) =>
    csvLine([
      split,
      group,
      String(cell.holders),
      cell.wholeShares,
      cell.bucketHolders === null ? null : String(cell.bucketHolders),
      cell.bucketMin,
      cell.bucketMax,
    ]),
  );
  return [csvLine(head), ...lines].join("");
}
