import { and, eq, gt, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { type letters, type pledges, supporters } from "#db/schema/index.ts";

/** What a form says about its sender. */
export type Who = {
  name: string;
  email: { address: string; canonical: string };
  country: string;
  locale: string;
};
export type Person = typeof supporters.$inferSelect;

const personColumns = ({ name, email, country, locale }: Who) => ({
  name,
  email: email.address,
  country,
  locale,
});

/** Finds the person by their address and locks them, or stores them. */
export async function lockPerson(tx: Tx, who: Who, now: Date): Promise<Person> {
  const [stored] = await tx
    .insert(supporters)
    .values({ ...personColumns(who), emailCanonical: who.email.canonical, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (stored) return stored;
  const [known] = await tx
    .select()
    .from(supporters)
    .where(eq(supporters.emailCanonical, who.email.canonical))
    .for("update");
  // Erased or purged in the meantime: insert them again.
  return known ?? lockPerson(tx, who, now);
}

/**
 * Stores the people of new addresses in one statement. Returns their ids by their place in the list; of one
 * address the first counts. The others are known, and are not locked.
 */
export async function storeNewPersons(
  tx: Tx,
  people: readonly (Who & { at: Date })[],
): Promise<Map<number, number>> {
  const rows = people.map(({ name, email, country, locale, at }, n) => ({
    n,
    email_canonical: email.canonical,
    email: email.address,
    name,
    country,
    locale,
    at,
  }));
  const stored = await tx.execute<{ n: number; id: number }>(sql`
    with first_asked as (
      select distinct on (email_canonical) * from json_to_recordset((${JSON.stringify(rows)}::text)::json)
        as t (
        n int, email_canonical text, email text, name text, country text, locale text, at timestamptz)
      order by email_canonical, n
    ), person as (
      -- Ordered, so that two groups with the same addresses cannot deadlock.
      insert into supporters (email_canonical, email, name, country, locale, created_at)
      select email_canonical, email, name, country, locale, at from first_asked order by email_canonical
      on conflict (email_canonical) do nothing
      returning id, email_canonical
    )
    select n, id::float8 as id from person join first_asked using (email_canonical)`);
  return new Map(stored.map(({ n, id }) => [n, id]));
}

/**
 * Returns name and country of an entry awaiting confirmation. What somebody confirmed is theirs alone to
 * change; until then each entry keeps what its own form said, since a stranger may have typed the address.
 */
export const typedBy = ({ confirmedAt }: Person, { name, country }: Pick<Who, "name" | "country">) =>
  confirmedAt === null ? { typedName: name, typedCountry: country } : { typedName: null, typedCountry: null };

/** Selects an entry's person's name and country. Until they confirm an entry, those its form gave. */
export const personOf = (entry: typeof letters | typeof pledges) => ({
  name: sql<string>`case when ${supporters.confirmedAt} is null then coalesce(${entry.typedName},
      ${supporters.name}) else ${supporters.name} end`,
  country: sql<string>`case when ${supporters.confirmedAt} is null then coalesce(${entry.typedCountry},
      ${supporters.country}) else ${supporters.country} end`,
});

/** Records that a person confirmed an entry. The first sets name and country. Returns their language. */
export async function confirmPerson(
  tx: Tx,
  {
    supporterId,
    typedName,
    typedCountry,
  }: { supporterId: number; typedName: string | null; typedCountry: string | null },
  now: Date,
): Promise<string> {
  const first = sql`${supporters.confirmedAt} is null`;
  const [person] = await tx
    .update(supporters)
    .set({
      name: sql`case when ${first} then coalesce(${typedName}, ${supporters.name})
        else ${supporters.name} end`,
      country: sql`case when ${first} then coalesce(${typedCountry}, ${supporters.country})
        else ${supporters.country} end`,
      confirmedAt: sql`coalesce(${supporters.confirmedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(supporters.id, supporterId))
    .returning({ locale: supporters.locale });
  return person?.locale ?? "en";
}

/**
 * Ends the links to a person's pages and forms that were made so far: one of them may be in other hands.
 * Links that only take something back keep working. Call it with the person locked.
 */
export async function endLinks(tx: Tx, supporterId: number, now: Date): Promise<void> {
  await tx.update(supporters).set({ linksFrom: now }).where(eq(supporters.id, supporterId));
}

/** True when a link made at `issuedAt` for the person with this public id has ended. */
export const areLinksEnded = async (db: Db, publicId: string, issuedAt: Date): Promise<boolean> =>
  (await db.$count(supporters, and(eq(supporters.publicId, publicId), gt(supporters.linksFrom, issuedAt)))) >
  0;
