import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
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

/** Finds one person's confirmed letter under way to a company. Call it with the person locked. */
export async function findUnderWay(tx: Tx, { campaignId, supporterId, companyId }: Whose) {
  const [letter] = await tx
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.campaignId, campaignId),
        eq(letters.supporterId, supporterId),
        eq(letters.companyId, companyId),
        inArray(letters.state, ["confirmed", "queued"]),
      ),
    );
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
