import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaignChanges, organizers } from "#db/schema/index.ts";
import type { Change } from "../wording.ts";

type Page = { before?: number | null; thing?: Change["thing"] | null; thingId?: number | null };

/** Fields read for one page: some dozens of edits. */
const fieldsAtOnce = 200;

/** Lists the newest edits of a campaign's words, with their authors and where the next page begins. */
export async function listChanges(
  db: DbOrTx,
  campaignId: number,
  { before = null, thing = null, thingId = null }: Page = {},
): Promise<{ changes: Change[]; next: number | null }> {
  const where: SQL[] = [eq(campaignChanges.campaignId, campaignId)];
  if (before !== null) where.push(lt(campaignChanges.id, before));
  if (thing !== null) where.push(eq(campaignChanges.thing, thing));
  if (thingId !== null) where.push(eq(campaignChanges.thingId, thingId));
  const rows = await db
    .select()
    .from(campaignChanges)
    .where(and(...where))
    .orderBy(desc(campaignChanges.id))
    .limit(fieldsAtOnce + 1);
  const names = await namesOf(
    db,
    rows.map(({ actor }) => actor),
  );

  const changes: Change[] = [];
  for (const row of rows.slice(0, fieldsAtOnce)) {
    const at = row.at.toISOString();
    const last = changes.at(-1);
    const field = { id: row.id, field: row.field, before: row.before, after: row.after };
    const by = names.get(row.actor) ?? null;
    const isSame =
      last?.at === at &&
      last.by === by &&
      last.thing === row.thing &&
      last.thingId === row.thingId &&
      last.stage === row.stage;
    if (isSame) last.fields.unshift(field);
    else
      changes.push({
        id: row.id,
        at,
        by,
        thing: row.thing,
        thingId: row.thingId,
        stage: row.stage,
        fields: [field],
      });
  }
  // An edit whose fields were not all read begins the next page.
  const cut = rows.length > fieldsAtOnce && changes.length > 1 ? changes.pop() : undefined;
  const next = cut ? cut.id + 1 : rows.length > fieldsAtOnce ? (rows[fieldsAtOnce - 1]?.id ?? null) : null;
  return { changes, next };
}

async function namesOf(db: DbOrTx, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors.filter((actor) => actor.startsWith("organizer:")))].map((actor) =>
    actor.slice(10),
  );
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: organizers.id, name: organizers.name })
    .from(organizers)
    .where(inArray(sql`${organizers.id}`, ids));
  return new Map(rows.map(({ id, name }) => [`organizer:${id}`, name]));
}
