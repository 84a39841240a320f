import type { DbOrTx } from "#db/index.ts";
import type { Stretch } from "./public-measures.ts";
import { readPublicSeries } from "./read-public-series.server.ts";

const day = 86_400_000;
/** Days that a case page draws. */
const daysDrawn = 92;

/** Reads a campaign's signatures by day for its page, and which are of the last seven days. */
export async function readDays(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
): Promise<(Stretch & { isWeek: boolean })[]> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day).toISOString().slice(0, 10);
  const drawn = { of: "signatures", from: daysAgo(daysDrawn), to: null } as const;
  const stretches = await readPublicSeries(db, campaignId, drawn, now);
  return stretches.map((one) => ({ ...one, isWeek: one.from >= daysAgo(7) }));
}
