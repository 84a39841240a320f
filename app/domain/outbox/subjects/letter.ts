import { sql } from "drizzle-orm";
import { characters } from "#app/domain/base/text.ts";
import type { MailedLetter } from "#app/domain/entries/letters/letter-view.ts";
import { findMailedLetter } from "#app/domain/entries/letters/queries.server.ts";
import type { Subject } from "#app/domain/outbox/content.server.ts";
import { isOver } from "#app/domain/outbox/too-old.ts";
import type { Writing } from "#app/domain/outbox/writing.server.ts";
import { askedSince, letterOf } from "#app/domain/queue/asked-since.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";

export type WrittenLetter = {
  letterId: string;
  /** Since when the days to confirm it run. */
  askedSince: string;
  /** How many had written when it was queued; null if that was not stored. */
  countThen: number | null;
};

export const letter: Subject<WrittenLetter> = {
  joins: sql`join letters l on l.id = d.letter_id`,
  company: sql`l.company_id`,
  columns: sql`l.public_id as "letterId", d.count_then as "countThen",
    ${askedSince(letterOf("l"))} as "askedSince"`,
};

export const letterWaitsNoLonger = sql`l.state <> 'email_pending' or d.created_at < l.created_at
  or (${isOver(sql`l.created_at`)} and ${isOver(askedSince(letterOf("l")))})`;

/** Finds a confirmed letter with what every email to its writer says. Null when gone or not confirmed. */
export async function findConfirmed({ letterId }: WrittenLetter, { db, common, url }: Writing) {
  const letter = await findMailedLetter(db, letterId);
  if (!letter?.confirmedAt) return null;
  const { confirmedAt, name } = letter;
  return { letter, confirmedAt, props: { ...common, name, manageUrl: url("/manage") } };
}

/**
 * Describes a letter and what its writer agreed to, for an email: neither its words nor a number of shares. A
 * letter that is not confirmed has asked for its consents and given none.
 */
export async function describeLetter(db: Writing["db"], letter: MailedLetter) {
  const agreed: readonly string[] =
    letter.state === "email_pending"
      ? letter.agreed
      : await listConsentsInForce(db, letter.supporterId, letter.campaignId, letter.companyId);
  const { body, tellsShares, display, replyTo, recipient } = letter;
  return {
    letter: { characters: characters(body), tellsShares, display, recipient },
    consents: { replyTo, updates: agreed.includes("updates") },
  };
}
