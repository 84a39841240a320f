import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { letters, pledges, signatures, supporters } from "#db/schema/index.ts";

/** What a form says of whoever fills it in. */
export type Who = {
  name: string;
  email: { address: string; canonical: string };
  country: string;
  locale: string;
};
export type Person = typeof supporters.$inferSelect;

const saidOf = ({ name, email, country, locale }: Who) => ({ name, email: email.address, country, locale });

/** Finds the person by their address and locks them, or stores them. */
export async function lockPerson(tx: Tx, who: Who, now: Date): Promise<Person> {
  const [stored] = await tx
    .insert(supporters)
    .values({ ...saidOf(who), emailCanonical: who.email.canonical, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (stored) return stored;
  const [known] = await tx
    .select()
    .from(supporters)
    .where(eq(supporters.emailCanonical, who.email.canonical))
    .for("update");
  // Erased or purged in the meantime: then they are new again.
  return known ?? lockPerson(tx, who, now);
}

/** An entry of which a mail tells, and which is being written anew. */
type Here = { pledge?: number | undefined; letter?: number | undefined };

/**
 * True where a form tells of someone what is not stored and may be: what someone confirmed is theirs alone to change,
 * and while a mail about something else waits, it describes them as they are stored.
 */
export async function mayRename(tx: Tx, person: Person, who: Who, here: Here): Promise<boolean> {
  const said = saidOf(who);
  const keys = Object.keys(said) as (keyof typeof said)[];
  const another = person.confirmedAt === null && keys.some((key) => person[key] !== said[key]);
  return another && !(await waitsElse(tx, person, here));
}

/** Takes what a form says of a person who has confirmed nothing yet. */
export const rename = (tx: Tx, { id }: Person, who: Who) =>
  tx.update(supporters).set(saidOf(who)).where(eq(supporters.id, id));

async function waitsElse(tx: Tx, { id }: Person, { pledge, letter }: Here): Promise<boolean> {
  const pledged = and(
    eq(pledges.supporterId, id),
    eq(pledges.status, "email_pending"),
    pledge === undefined ? undefined : ne(pledges.id, pledge),
  );
  const written = and(
    eq(letters.supporterId, id),
    eq(letters.state, "email_pending"),
    letter === undefined ? undefined : ne(letters.id, letter),
  );
  const signed = and(eq(signatures.supporterId, id), eq(signatures.state, "pending"));
  return (
    (await tx.$count(pledges, pledged)) > 0 ||
    (await tx.$count(letters, written)) > 0 ||
    (await tx.$count(signatures, signed)) > 0
  );
}
