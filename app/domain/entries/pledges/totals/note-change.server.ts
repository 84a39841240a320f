import { sql } from "drizzle-orm";
import { type Keys, sealAlike, unsealAlike } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

type Whose = { campaignId: number; meetingId: number; series: string };

/** What a pledge adds to each figure, by the figure's name. */
type Adds = ReadonlyMap<string, string>;

/**
 * Notes which published figures a pledge changes, with what it added before, sealed. A pledge that adds the
 * same as at the last publication has changed nothing and is no longer noted, so that people who came and
 * left do not hide another's change. Call it with the totals of the meeting locked.
 */
export async function noteChange(
  tx: Tx,
  keys: Keys,
  { campaignId, meetingId, series }: Whose,
  { before, after }: { before: Adds; after: Adds },
): Promise<void> {
  const mark = (figure: string, adds: Adds) => {
    const added = adds.get(figure);
    return added === undefined ? null : sealAdded(keys, { series, figure }, added).toString("hex");
  };
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (figure) => before.get(figure) !== after.get(figure),
  );
  if (changed.length === 0) return;
  const rows = JSON.stringify(
    changed.map((figure) => ({ figure, was: mark(figure, before), is: mark(figure, after) })),
  );
  const changes = sql`jsonb_to_recordset(${rows}::jsonb) as changed (figure text, was text, "is" text)`;
  await tx.execute(sql`
    insert into pledge_changes (campaign_id, meeting_id, cell, series, before)
    select ${campaignId}, ${meetingId}, figure, ${series}, decode(was, 'hex') from ${changes}
    order by figure
    on conflict do nothing`);
  await tx.execute(sql`
    delete from pledge_changes using ${changes}
    where campaign_id = ${campaignId} and meeting_id = ${meetingId} and series = ${series} and cell = figure
      and before is not distinct from decode("is", 'hex')`);
}

type Place = { series: string; figure: string };
const aboutOf = ({ series, figure }: Place) => `${series}/${figure}`;

/** Bytes that every plain text is padded to, as in a holding. */
const padded = 24;

/** Seals what a pledge adds to a figure: the same always alike, so that PostgreSQL can compare it. */
const sealAdded = (keys: Keys, place: Place, added: string) =>
  sealAlike(keys, "change", Buffer.from(added.padEnd(padded)), aboutOf(place));

/** Opens it; null where the secret is gone or an earlier version stored only a mark. */
export function openAdded(keys: Keys, place: Place, sealed: Buffer): string | null {
  try {
    return unsealAlike(keys, "change", sealed, aboutOf(place)).toString("ascii").trimEnd();
  } catch {
    return null;
  }
}
