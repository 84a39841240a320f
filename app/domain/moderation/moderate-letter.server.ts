import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { isOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { queueWriterEmail } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import { viewMarks } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { type AuditAction, actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import type { HidingReason, LetterRefusalReason } from "./moderation.ts";

/** `seen`: the letter's `seenMark` when it was read. `organizerId` null: the operator decides. */
export type OnLetter = {
  scope: { campaignId: number; organizerId: string | null };
  publicId: string;
  seen: string;
};

/** `changed`: the letter changed since it was read, or the organizer may not decide about it. */
export type Decided<Outcome extends string> = { outcome: Outcome | "changed" };

/** What a decision about letter `l` depends on: if it differs, nobody has reviewed this version. */
export const seenMark = sql`concat_ws(' ', l.state, l.publication, l.display, ${isOnHold},
  (select md5(concat_ws(' ', s.country, s.name)) from supporters s where s.id = l.supporter_id))`;

/** True for a confirmed letter `l` neither withdrawn nor refused. */
export const isDeliverable = sql`l.state not in ('email_pending', 'withdrawn', 'refused')`;

/** True if the organizer may decide about letters of the campaign; evaluated once a query. */
export const mayReview = ({ campaignId, organizerId }: OnLetter["scope"]) =>
  organizerId === null
    ? sql`true`
    : sql`
  exists (select 1 from campaign_organizers
    where campaign_id = ${campaignId} and organizer_id = ${organizerId} and ${hasRight("review")})`;

type Decision = { action: AuditAction; set: SQL; where: SQL; reason?: string };

/**
 * Decides about one letter: the change, the end of its open reports and the audit entry stand or fall
 * together, and so does what `then` adds. The entry names the letter by a mark that leads to nobody without
 * the keys.
 */
async function moderateLetter(
  db: Db,
  keys: Keys,
  { scope, publicId, seen, action, set, where, reason }: OnLetter & Decision,
  now: Date,
  then: (tx: Tx, letterId: number) => Promise<void> = async () => {},
): Promise<boolean> {
  const { campaignId, organizerId } = scope;
  const at = now.toISOString();
  return db.transaction(async (tx) => {
    const [letter] = await tx.execute<{ id: number }>(sql`
      update letters l set ${set}, moderated_at = ${at}, moderated_by_id = ${organizerId},
        moderation_reason = ${reason ?? null}
      where l.campaign_id = ${campaignId} and l.public_id = ${publicId} and ${seenMark} = ${seen}
        and ${isDeliverable} and ${where} and ${mayReview(scope)}
      returning l.id::float8 as id`);
    if (!letter) return false;
    await tx.execute(sql`
      update letter_reports set settled_at = ${at}, settled_by_id = ${organizerId}
      where letter_id = ${letter.id} and settled_at is null`);
    const detail = { letter: viewMarks(keys, publicId)[0], ...(reason && { reason }) };
    const actor = actorOf(organizerId);
    const entry = { actor, campaignId, subject: randomUUID() } as const;
    await recordAudit(tx, { ...entry, action, detail }, now);
    await then(tx, letter.id);
    return true;
  });
}

/** Takes a letter from the public page, or never puts it there. Its delivery continues. */
export async function hideLetter(
  db: Db,
  keys: Keys,
  { reason, ...reviewed }: OnLetter & { reason: HidingReason },
  now = new Date(),
): Promise<Decided<"hidden">> {
  const decision = {
    action: "letter-hidden",
    reason,
    set: sql`publication = 'hidden'`,
    where: sql`l.publication <> 'private' and not (${isOnHold})`,
  } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now);
  return { outcome: done ? "hidden" : "changed" };
}

/**
 * Publishes a letter, or keeps it public after reports, if its writer agreed to be named and it is not on
 * hold.
 */
export async function publishLetter(
  db: Db,
  keys: Keys,
  reviewed: OnLetter,
  now = new Date(),
): Promise<Decided<"published">> {
  const decision = {
    action: "letter-published",
    set: sql`publication = 'published'`,
    where: sql`l.publication <> 'private' and l.display <> 'anonymous' and not (${isOnHold})`,
  } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now);
  return { outcome: done ? "published" : "changed" };
}

/** Refuses a letter that was not handed over, and tells its writer why. */
export async function refuseLetter(
  db: Db,
  keys: Keys,
  { reason, ...reviewed }: OnLetter & { reason: LetterRefusalReason },
  now = new Date(),
): Promise<Decided<"refused">> {
  const decision = {
    action: "letter-refused",
    reason,
    set: sql`state = 'refused',
      publication = case l.publication when 'private' then 'private' else 'hidden' end::letter_publication`,
    where: sql`l.state in ('confirmed', 'queued') and l.handed_over_at is null`,
  } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now, (tx, letterId) =>
    queueWriterEmail(tx, { letterId, template: "letter-refused" }, now),
  );
  return { outcome: done ? "refused" : "changed" };
}

/** Releases a letter on hold: it waits for the next dispatch like any other, and its writer gets an email. */
export async function releaseLetter(
  db: Db,
  keys: Keys,
  reviewed: OnLetter,
  now = new Date(),
): Promise<Decided<"released">> {
  const decision = { action: "letter-released", set: sql`state = l.state`, where: isOnHold } as const;
  const done = await moderateLetter(db, keys, { ...reviewed, ...decision }, now, (tx, letterId) =>
    queueWriterEmail(tx, { letterId, template: "letter-released" }, now),
  );
  return { outcome: done ? "released" : "changed" };
}
