import { type SQL, sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";

/** Emails that ask to confirm an entry; a reminder is not one. A trigger notes when each was last tried. */
const askingEmails = ["confirm-signature", "confirm-pledge", "confirm-letter"] as const;

/** An email `a` that was handed over, may have been, or is on its way now: its bytes say until when. */
const mayHaveArrived = sql`a.tried_at is not null
  and a.state not in ('failed', 'skipped', 'suppressed')
  and (a.state <> 'queued' or a.unanswered_since is not null)`;

/** An entry that waits to be confirmed: its column in the outbox, its id, when it was stored. */
export type Entry = { named: "signature_id" | "pledge_id" | "letter_id"; id: SQL; stored: SQL };

/** When an email about an entry was first handed over; null if none was. */
const firstHandedOver = ({ named, id, stored }: Entry) => sql`(
  select min(greatest(a.tried_at, ${stored})) from outbox a
  where a.${sql.identifier(named)} = ${id} and a.created_at >= ${stored} and ${mayHaveArrived})`;

/** The same for a later form `f` of a signature, which has an email of its own or none. */
const formHandedOver = sql`(
  select greatest(a.tried_at, f.posted_at) from outbox a where a.id = f.email_id and ${mayHaveArrived})`;

/** The last `tried_at` that an email may have had of which a restored database knows nothing. */
const lastBeforeRestore = (stored: SQL) => sql`(
  select least(r.since, ${stored} + make_interval(days => ${periods.unconfirmedDays})) + interval '1 hour'
  from switches r where r.name = 'restored' and r.since >= ${stored})`;

/**
 * Returns since when the days to confirm an entry run. The rule, for signatures, pledges and letters:
 *
 * - They run from the first email about it that was handed over (`tried_at`: the end of the hour in which its
 *   call began, so that the email itself can say until when). Asking for the email again extends nothing;
 *   filling in the form again with a new email (`stored` moves) starts them again.
 * - Until then, and if no email ever is handed over, they run from when the entry was stored. An email that
 *   is not handed over within these days is skipped, so an entry ends after twice as many.
 */
export const askedSince = (entry: Entry) => sql`coalesce(${firstHandedOver(entry)}, ${entry.stored})`;
export const formAskedSince = sql`coalesce(${formHandedOver}, f.posted_at)`;

/**
 * Returns since when an unconfirmed entry's days run as far as its deletion goes: as `askedSince`, but what a
 * restored database does not know to have been handed over may have been until the restore.
 */
export const keptSince = (entry: Entry) =>
  sql`coalesce(${firstHandedOver(entry)}, ${lastBeforeRestore(entry.stored)}, ${entry.stored})`;
export const formKeptSince = sql`coalesce(${formHandedOver}, ${lastBeforeRestore(sql`f.posted_at`)},
  f.posted_at)`;

/** True while an email that asks to confirm an entry waits. */
export const asksLater = ({ named, id, stored }: Entry) => sql`exists (
  select from outbox a where a.${sql.identifier(named)} = ${id} and a.created_at >= ${stored}
    and a.template in ${[...askingEmails]} and a.state in ('queued', 'claimed'))`;

/** Names a signature of the table under this name. */
export const signatureOf = (table: string): Entry => entry("signature_id", table, "signed_at");
export const pledgeOf = (table: string): Entry => entry("pledge_id", table, "created_at");
export const letterOf = (table: string): Entry => entry("letter_id", table, "created_at");

const entry = (named: Entry["named"], table: string, stored: string): Entry => ({
  named,
  id: sql.raw(`${table}.id`),
  stored: sql.raw(`${table}.${stored}`),
});
