import { type SQL, sql } from "drizzle-orm";
import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { removeKeptFiles } from "#app/domain/record/remove-kept-files.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";

/**
 * Deletes people of whom nothing else is stored, once `rows` has deleted what is over. A signature, pledge or
 * letter keeps them, and so does a consent of those who once proved their address. Forms that wait stay, as
 * they may be for another campaign; kept files end within a day by themselves. Returns the emails whose files
 * must be removed. Call it with the people locked.
 */
export async function deleteUnneeded(
  tx: Tx,
  people: readonly number[],
  rows: (tx: Tx) => Promise<unknown>,
): Promise<string[]> {
  const ids = anyOf(people);
  const before = await listMails(tx, ids);
  await rows(tx);
  await tx.execute(sql`
    delete from supporters p where p.id = ${ids}
      and not exists (select from signatures where supporter_id = p.id)
      and not exists (select from pledges where supporter_id = p.id)
      and not exists (select from letters where supporter_id = p.id)
      and (p.confirmed_at is null
        or not exists (select from consents where supporter_id = p.id and revoked_at is null))`);
  const after = new Set(await listMails(tx, ids));
  return before.filter((mail) => !after.has(mail));
}

/** True if an entry is all that is stored of its person. */
export async function isOnlyEntry(tx: Tx, supporterId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    select where 1 = (select count(*) from signatures where supporter_id = ${supporterId})
        + (select count(*) from pledges where supporter_id = ${supporterId})
        + (select count(*) from letters where supporter_id = ${supporterId})
      and not exists (select from consents where supporter_id = ${supporterId} and revoked_at is null)`);
  return rows.length > 0;
}

type Person = { id: number; emailCanonical: string };

/**
 * Deletes a person who asks for it, with the forms that wait and the kept files that may hold them: nothing
 * brings them back. Returns the emails whose files must be removed, those to a company included. Call it with
 * the person locked, and before any of their rows go.
 */
export async function deleteWhole(
  tx: Tx,
  keys: Keys,
  { id, emailCanonical }: Person,
  actor: Actor,
  now: Date,
): Promise<string[]> {
  const mails = [...(await listMails(tx, anyOf([id]))), ...(await listFilesHolding(tx, id))];
  await dropForms(tx, hashesOfAddress(keys, emailCanonical));
  await removeFilesHolding(tx, id, actor, now);
  await tx.execute(sql`delete from supporters where id = ${id}`);
  return mails;
}

/** Compares with ids passed as an array, so that each is looked up, with any statistics. */
export const anyOf = (ids: readonly number[]) =>
  sql`any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::bigint))`;

/** Lists the emails of people, by public id. */
export async function listMails(tx: Tx, ids: SQL): Promise<string[]> {
  const rows = await tx.execute<{ publicId: string }>(
    sql`select public_id as "publicId" from outbox where supporter_id = ${ids}`,
  );
  return rows.map(({ publicId }) => publicId);
}

/** The newest form: who asks to be forgotten is not brought back by it or an earlier one. */
export const newestForm = sql`(select max(id) from waiting_forms)`;

/**
 * Deletes what waits with one of these hashes of an address. A form that a worker has in hand is left to it,
 * as it locks its form before its person: it drops the form itself.
 */
export const dropForms = (tx: Tx, addressHmacs: readonly Buffer[]): Promise<unknown> =>
  tx.execute(sql`
    delete from waiting_forms where id in (select id from waiting_forms
      where address_hmac = ${anyHash(addressHmacs)} for update skip locked)`);

/** Deletes all of them, also those in hand, which it waits for. Returns how many. Lock no person before. */
export async function deleteForms(tx: Tx, addressHmacs: readonly Buffer[]): Promise<number> {
  const { count } = await tx.execute(sql`
    delete from waiting_forms where address_hmac = ${anyHash(addressHmacs)}`);
  return count;
}

/** True while forms wait with one of these hashes of an address, in any campaign or this one. */
export async function areWaiting(
  db: DbOrTx,
  addressHmacs: readonly Buffer[],
  campaignId: number | null = null,
): Promise<boolean> {
  const rows = await db.execute(sql`
    select from waiting_forms where address_hmac = ${anyHash(addressHmacs)}
      and (${campaignId}::int is null or campaign_id = ${campaignId}) limit 1`);
  return rows.length > 0;
}

const anyHash = (hashes: readonly Buffer[]) =>
  sql`any(array(select decode(hash, 'hex')
    from jsonb_array_elements_text(${JSON.stringify(hashes.map((hash) => hash.toString("hex")))}::jsonb) as hash))`;

/** Lists emails to a company, by public id, kept as files here with this person's letter or name. */
async function listFilesHolding(tx: Tx, supporterId: number): Promise<string[]> {
  const rows = await tx.execute<{ publicId: string }>(sql`
    select d.public_id as "publicId"
    from (
      select p.id from letters l join letter_parts p on p.dispatch_id = l.dispatch_id
        and l.id = any (p.letter_ids)
      where l.supporter_id = ${supporterId}
      union
      select p.id from signatures g join letter_names n on n.signature_id = g.id
      join letter_parts p on p.dispatch_id = n.dispatch_id and g.id = any (p.signature_ids)
      where g.supporter_id = ${supporterId}
      union
      select b.part_id from returned_letters b join letters l on l.id = b.letter_id
      where l.supporter_id = ${supporterId}
      union
      select b.part_id from returned_names b join signatures g on g.id = b.signature_id
      where g.supporter_id = ${supporterId}) p
    join outbox d on d.letter_part_id = p.id and d.transport = 'file'`);
  return rows.map(({ publicId }) => publicId);
}

/**
 * Removes files of the person's campaigns that may list them, made or being made: the worker that makes one
 * finds it wiped. Of somebody who confirmed nothing these are files that list more than confirmed entries: so
 * a stranger who types addresses can end no others.
 */
async function removeFilesHolding(tx: Tx, id: number, actor: Actor, now: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('kept-exports', 0))`);
  const confirmed = (table: "signatures" | "pledges") =>
    sql`exists (select from ${sql.identifier(table)}
      where supporter_id = ${id} and confirmed_at is not null)`;
  await removeKeptFiles(
    tx,
    sql`started_at is not null
      and campaign_id in (select campaign_id from signatures where supporter_id = ${id}
        union select campaign_id from pledges where supporter_id = ${id})
      and (filter -> 'states' = '[]' or filter -> 'states' ?| '{pending,imported,withdrawn,invalidated}'
        or filter ->> 'state' in ('all', 'email_pending')
        or exists (select from supporters where supporters.id = ${id} and confirmed_at is not null)
        or ${confirmed("signatures")} or ${confirmed("pledges")})`,
    { actor, wipedFor: "erasure" },
    now,
  );
}
