import { sql } from "drizzle-orm";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import { countHolders } from "#app/domain/entries/pledges/queries.server.ts";
import type { DbOrTx } from "#db/index.ts";
import type { Publication } from "./publish-totals.server.ts";
import { readPublication } from "./publish-totals.server.ts";
import type { PublishedCell, PublishedTotals } from "./published-totals.ts";

/** Reads the public totals of a meeting. Null before the first publication and under five holders. */
export async function readPublishedTotals(
  db: DbOrTx,
  meeting: { campaignId: number; meetingId: number },
): Promise<PublishedTotals | null> {
  const publication = await readPublication(db, meeting);
  if (!publication) return null;
  const enough = (await countHolders(db, meeting.campaignId, meeting.meetingId)) >= groupAtLeast;

  const cell = (name: string) => (enough ? cellOf(publication, name) : null);
  const split = (name: string) => {
    const cells = new Set(publication.shown.flatMap((figure) => cellIn(figure, name) ?? []));
    return Object.fromEntries(
      [...cells].flatMap((one) => {
        const found = cell(`${name}:${one}`);
        return found ? [[one, found]] : [];
      }),
    );
  };
  const all = cell("all:all");
  // If all give the same answer, a split would reveal the answer of those listed by name.
  const ofNobody = (await isAnyNamed(db, meeting))
    ? <Cells extends Partial<Record<string, PublishedCell>>>(cells: Cells): Cells | Record<string, never> =>
        Object.values(cells).some((one) => one && all && one.holders >= all.holders) ? {} : cells
    : <Cells>(cells: Cells) => cells;
  const items = new Set(publication.shown.flatMap((figure) => /^item-(\d+):/.exec(figure)?.[1] ?? []));
  return {
    publishedAt: publication.publishedAt,
    all,
    byVerification: split("verification"),
    byHolding: ofNobody(split("holding")),
    byKind: split("kind"),
    general: ofNobody(split("general")),
    byItem: Object.fromEntries([...items].map((item) => [item, ofNobody(split(`item-${item}`))])),
    fundHolders: cellOf(publication, "fund:fund")?.holders ?? null,
    hidden: publication.hidden,
  };
}

async function isAnyNamed(
  db: DbOrTx,
  { campaignId, meetingId }: { campaignId: number; meetingId: number },
): Promise<boolean> {
  const rows = await db.execute(sql`
    select from pledges where campaign_id = ${campaignId} and meeting_id = ${meetingId}
      and status = 'active' and display <> 'anonymous' limit 1`);
  return rows.length > 0;
}

/** The name of the figure's cell, if it belongs to this split. */
function cellIn(figure: string, split: string): string | null {
  const [its, cell] = figure.split(":");
  return its === split && cell ? cell : null;
}

function cellOf({ figures, shown }: Publication, name: string): PublishedCell | null {
  const figure = (measure: string) => {
    const full = `${name}:${measure}`;
    return shown.includes(full) ? figures[full] : undefined;
  };
  const holders = figure("holders");
  if (!holders) return null;
  const bucket = figure("bucket");
  return {
    holders: holders.of,
    wholeShares: figure("shares")?.sum ?? null,
    bucketHolders: bucket?.of ?? null,
    bucketMin: bucket?.sum ?? null,
    bucketMax: bucket?.max ?? null,
  };
}
