import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/index.ts";
import { letters, supporters } from "#db/schema/index.ts";

/**
 * Finds a letter by its public id and locks its person, then the letter: it and a transaction that sends the
 * letter exclude each other. The person's key stays unlocked, so that a transaction that holds the letter can
 * still queue an email to them.
 */
export async function lockLetter(tx: Tx, publicId: string) {
  const [owner] = await tx
    .select({ supporterId: letters.supporterId })
    .from(letters)
    .where(eq(letters.publicId, publicId));
  if (!owner) return null;
  const [person] = await tx
    .select({
      emailCanonical: supporters.emailCanonical,
      personConfirmedAt: supporters.confirmedAt,
      personName: supporters.name,
    })
    .from(supporters)
    .where(eq(supporters.id, owner.supporterId))
    .for("no key update");
  if (!person) return null;
  const [letter] = await tx.select().from(letters).where(eq(letters.publicId, publicId)).for("update");
  return letter ? { ...letter, ...person } : null;
}

/**
 * Locks the letters `l` of which `which` is true, in the order of their ids. What changes or deletes
 * several letters calls this first: an UPDATE or DELETE alone locks rows in the order it finds them, and two
 * that meet deadlock. `delete`: nothing can be stored about the letters from then on, either.
 *
 * Everyone locks tables in one order: dispatch or pack, mails to the company, people, letters, counters.
 */
export async function lockLetters(tx: Tx, which: SQL, to: "change" | "delete" = "change"): Promise<void> {
  const lock = to === "delete" ? sql`for update` : sql`for no key update`;
  await tx.execute(sql`select from letters l where ${which} order by l.id ${lock}`);
}

/** The writer of a letter, and its company. */
type Whose = { campaignId: number; supporterId: number; companyId: number };

/**
 * Condition: letter `u` is under way: confirmed, from this person to this company. An unconfirmed one is not:
 * anyone who types the address makes it.
 */
const underWay = ({ campaignId, supporterId, companyId }: Record<keyof Whose, SQL | number>) => sql`
  u.campaign_id = ${campaignId} and u.supporter_id = ${supporterId} and u.company_id = ${companyId}
    and u.state in ('confirmed', 'queued')`;

/** Condition: the writer of letter `l` has one under way to its company. */
export const hasUnderWay = sql`exists (select from letters u where ${underWay({
  campaignId: sql`l.campaign_id`,
  supporterId: sql`l.supporter_id`,
  companyId: sql`l.company_id`,
})})`;

/** Finds one person's letter under way to a company. Call it with the person locked. */
export async function findUnderWay(tx: Tx, whose: Whose) {
  const [letter] = await tx.select().from(alias(letters, "u")).where(underWay(whose));
  return letter ?? null;
}

/** Lists a person's unconfirmed letters to a company, newest first. Call it with the person locked. */
export const listUnconfirmed = (tx: Tx, { campaignId, supporterId, companyId }: Whose) =>
  tx
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.campaignId, campaignId),
        eq(letters.supporterId, supporterId),
        eq(letters.companyId, companyId),
        eq(letters.state, "email_pending"),
      ),
    )
    .orderBy(desc(letters.id));
