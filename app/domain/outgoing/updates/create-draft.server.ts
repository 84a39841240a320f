import { type SQL, sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import type { After } from "./audience/acts.ts";
import { type Audience, everyone } from "./audience/audience.ts";
import type { OnUpdate } from "./lock-update.server.ts";

/**
 * Begins an empty draft under the public id that the form brought along, so that a form sent twice makes one.
 * `after`: when it goes by itself. `gone` for someone who may not write here, and for an id that is
 * another's.
 */
export async function createDraft(
  db: DbOrTx,
  { after = null, ...input }: OnUpdate & { after?: After | null },
  now = new Date(),
): Promise<{ outcome: "created" | "gone" }> {
  return db.transaction(async (tx) => {
    const id = await insertDraft(
      tx,
      input,
      { audience: { ...everyone, after }, continuesId: null, inArchive: !after },
      now,
    );
    if (id !== null) await insertFirstText(tx, id, input.campaignId);
    return { outcome: id !== null || (await isOwnDraft(tx, input)) ? "created" : "gone" };
  });
}

type Values = { audience: Audience; continuesId: number | null; inArchive: boolean };

/** Inserts a draft with its campaign's next number. Null when the id is taken or the actor may not. */
export async function insertDraft(
  tx: Tx,
  { campaignId, publicId, actor }: OnUpdate,
  { audience, continuesId, inArchive }: Values,
  now: Date,
): Promise<number | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('update-numbers', ${campaignId}))`);
  const organizer = organizerOf(actor);
  const at = now.toISOString();
  const [row] = await tx.execute<{ id: string; number: number }>(sql`
    insert into updates (public_id, campaign_id, number, audience, continues_id, in_archive, author_id,
      edited_by_id, created_at, edited_at)
    select ${publicId}::uuid, ${campaignId},
      (select coalesce(max(number), 0) + 1 from updates where campaign_id = ${campaignId}),
      ${JSON.stringify(audience)}::jsonb, ${continuesId}, ${inArchive}, ${organizer}::uuid,
      ${organizer}::uuid, ${at}::timestamptz, ${at}::timestamptz
    where ${mayAct(actor, campaignId, "write")}
    on conflict (public_id) do nothing
    returning id, number`);
  if (!row) return null;
  const entry = { actor, action: "update-drafted", campaignId, subject: publicId } as const;
  await recordAudit(tx, { ...entry, detail: { number: row.number } }, now);
  return Number(row.id);
}

const insertFirstText = (tx: Tx, updateId: number, campaignId: number) =>
  tx.execute(sql`
    insert into update_texts (update_id, locale, subject, body)
    select ${updateId}, languages[1], '', '' from campaigns where id = ${campaignId}`);

/** Returns whether this id is a draft the actor began here: then the form was sent twice. */
export async function isOwnDraft(
  tx: Tx,
  { campaignId, publicId, actor }: OnUpdate,
  continues: SQL = sql`true`,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from updates where public_id = ${publicId}::uuid and campaign_id = ${campaignId}
      and state = 'draft'
      and author_id is not distinct from ${organizerOf(actor)}::uuid and ${continues}
      and ${mayAct(actor, campaignId, "write")}`);
  return rows.length === 1;
}
