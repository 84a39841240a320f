import { sql } from "drizzle-orm";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { anyOf, deleteUnneeded } from "#app/domain/supporters/delete-person.server.ts";
import type { MailFiles } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";

/** Persons in one transaction. */
const slice = 200;

type Due = { id: number; began: boolean };

/**
 * Erases personal data of campaigns closed long enough ago: forms that wait, people with nothing elsewhere,
 * others' data in this campaign, files of their emails and of exports. Counts stay: a counted signature
 * becomes a row that leads to nobody, totals of pledges do not change, a trigger keeps counting letters that
 * were handed over. Works in slices, each complete: it can stop at any time and continue later. Returns how
 * many persons were removed.
 */
export async function eraseClosed(
  db: Db,
  files: MailFiles,
  now = new Date(),
  stop?: AbortSignal,
): Promise<number> {
  const due = await db.execute<Due>(sql`
    select id, erasing_since is not null as began from campaigns
    where status = 'closed' and personal_erased_at is null
      and closed_at + make_interval(months => retention_months) <= ${now.toISOString()}::timestamptz
    order by id`);
  let erased = 0;
  for (const campaign of due) {
    if (!(await begin(db, campaign.id, now))) continue;
    // Before people, as a worker locks its form before its person.
    await db.execute(sql`delete from waiting_forms where campaign_id = ${campaign.id}`);
    for (;;) {
      if (stop?.aborted) return erased;
      const { persons, mails } = await db.transaction((tx) => eraseSlice(tx, campaign.id));
      await files.remove(mails);
      if (persons === 0) break;
      erased += persons;
    }
    await files.remove(await db.transaction((tx) => finish(tx, campaign.id, now)));
  }
  return erased;
}

/** From here on the campaign cannot be reopened. False if it was just reopened. */
async function begin(db: Db, id: number, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ erasingSince: string | null }>(
      sql`select erasing_since as "erasingSince" from campaigns where id = ${id} and status = 'closed'
        for update`,
    );
    if (!row) return false;
    if (row.erasingSince) return true;
    await tx.execute(sql`update campaigns set erasing_since = ${now.toISOString()} where id = ${id}`);
    const entry = { actor: "system", action: "erasing-began", campaignId: id, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: {} }, now);
    return true;
  });
}

async function eraseSlice(tx: Tx, campaignId: number): Promise<{ persons: number; mails: string[] }> {
  const people = await tx.execute<{ id: number }>(sql`
    select p.id from supporters p where p.id in (
      (select supporter_id from signatures where campaign_id = ${campaignId} limit ${slice})
      union (select supporter_id from pledges where campaign_id = ${campaignId} limit ${slice})
      union (select supporter_id from letters where campaign_id = ${campaignId} limit ${slice})
      union (select supporter_id from consents where campaign_id = ${campaignId} limit ${slice})
      union (select supporter_id from outbox where campaign_id = ${campaignId} and supporter_id is not null
        limit ${slice}))
    order by p.id for no key update`);
  if (people.length === 0) return { persons: 0, mails: [] };
  const whole = people.map(({ id }) => Number(id));
  const ids = anyOf(whole);
  const here = sql`campaign_id = ${campaignId} and supporter_id = ${ids}`;
  // As when erasing one person: letters before whole people.
  await lockLetters(tx, here, "delete");
  await tx.execute(sql`select from supporters where id = ${ids} order by id for update`);
  const mails = await deleteUnneeded(tx, whole, async (tx) => {
    const remove = (table: string) => tx.execute(sql`delete from ${sql.identifier(table)} where ${here}`);
    // Letters and pledges before signatures, as an erasure's cascade locks their counters.
    for (const table of ["letters", "pledges", "outbox", "consents"]) await remove(table);
    await tx.execute(sql`
      insert into erased_signatures (campaign_id, address_hmac, key_id, petition_version, erased_at)
      select campaign_id, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')),
        'nobody', petition_version, date_trunc('hour', confirmed_at)
      from signatures where ${here} and state = 'confirmed'`);
    for (const table of ["signatures", "share_links"]) await remove(table);
  });
  return { persons: people.length, mails };
}

/**
 * Erases what belongs to no single person: files of exports and imports, watched names, named choices of
 * rows, hashes of who erased themselves, reasons for sending approvals back, pictures of people; sheets of
 * paper signatures, which still count.
 */
async function finish(tx: Tx, campaignId: number, now: Date): Promise<string[]> {
  const at = now.toISOString();
  const toCompany = await tx.execute<{ publicId: string }>(sql`
    select public_id as "publicId" from outbox
    where campaign_id = ${campaignId} and letter_part_id is not null and transport = 'file'`);
  const kept = sql`select id from exports where campaign_id = ${campaignId} and kept and wiped_at is null`;
  await tx.execute(sql`delete from file_pieces where file in (${kept})`);
  await tx.execute(sql`
    update exports set wiped_at = ${at}, wiped_for = 'expired' where id in (${kept})`);
  const handedIn = sql`select id from imports where campaign_id = ${campaignId}`;
  await tx.execute(sql`
    delete from file_pieces where file in (select public_id from imports where campaign_id = ${campaignId})`);
  await tx.execute(sql`delete from import_addresses where import_id in (${handedIn})`);
  await tx.execute(sql`
    update imports set file_name = null, wiped_at = coalesce(wiped_at, ${at}),
      state = case when state in ('receiving', 'received', 'trying', 'tried') then 'cancelled' else state end
    where id in (${handedIn})`);
  for (const table of ["watched_names", "export_filters", "pledge_changes"] as const) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where campaign_id = ${campaignId}`);
  }
  await tx.execute(sql`update approval_requests set reason = null where campaign_id = ${campaignId}`);
  await erasePictures(tx, campaignId);
  const paper = await tx.execute(
    sql`delete from paper_signatures where campaign_id = ${campaignId} returning 1`,
  );
  await tx.execute(sql`
    insert into campaign_counts as c (campaign_id, slot, paper_erased)
      values (${campaignId}, 0, ${paper.length})
    on conflict (campaign_id, slot) do update set paper_erased = c.paper_erased + excluded.paper_erased`);
  await tx.execute(sql`
    update erased_signatures set key_id = 'nobody',
      address_hmac = sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
    where campaign_id = ${campaignId} and key_id <> 'nobody'`);
  await tx.execute(sql`update campaigns set personal_erased_at = ${at} where id = ${campaignId}`);
  const entry = { actor: "system", action: "erasing-completed", campaignId, subject: null } as const;
  await recordAudit(tx, { ...entry, detail: {} }, now);
  return toCompany.map(({ publicId }) => publicId);
}

/** Removes pictures of people, whose consent was for the campaign, from its page and its draft. */
async function erasePictures(tx: Tx, campaignId: number): Promise<void> {
  const ofPeople = sql`select key from pictures where campaign_id = ${campaignId} and people = 'consented'`;
  await tx.execute(sql`
    update campaigns set
      picture = case when picture ->> 'key' in (${ofPeople}) then null else picture end,
      draft = case when draft -> 'picture' ->> 'key' in (${ofPeople}) then draft - 'picture' else draft end
    where id = ${campaignId}`);
  await tx.execute(sql`delete from pictures where campaign_id = ${campaignId} and people = 'consented'`);
}
