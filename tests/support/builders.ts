import { randomBytes } from "node:crypto";
import { and, eq, getTableColumns, is, SQL } from "drizzle-orm";
import type { PgColumn, PgInsertValue, PgTable, PgUpdateSetSource } from "drizzle-orm/pg-core";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import type { SignInput } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import type { Trace } from "#app/domain/entries/trace.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaigns, petitionVersions, targets } from "#db/schema/index.ts";

export const testKeys = makeKeys(["a-secret-for-tests-that-is-long-enough-0001"]);

const unique = () => randomBytes(5).toString("hex");

/** Organization details, which a campaign needs before it sends. */
export const organization = {
  operator: "Sample Campaign e.V.",
  postalAddress: "1 Sample Street, 00000 Sampletown",
  contactEmail: "hello@campaign.test",
  privacyContact: "privacy@campaign.test",
  fundingLine: "Paid for by gifts from its members.",
};

/** Opens a campaign with petition version 1. */
export async function aCampaign(db: Db, values: Partial<typeof campaigns.$inferInsert> = {}) {
  const [target] = await db
    .insert(targets)
    .values({ slug: `t-${unique()}`, name: "Sample Corporation", ticker: "SMPL", exchange: "Nasdaq" })
    .returning();
  const [campaign] = await db
    .insert(campaigns)
    .values({
      slug: `c-${unique()}`,
      targetId: target?.id ?? 0,
      title: "Sample campaign",
      eyebrow: "Petition",
      standfirst: "A sample.",
      status: "open",
      goalSteps: [100, 1000],
      ...values,
    })
    .returning();
  if (!campaign) throw new Error("no campaign was stored");
  await db
    .insert(petitionVersions)
    .values({
      campaignId: campaign.id,
      version: 1,
      summary: "We ask for a sample.",
      body: "We, the undersigned, ask for a sample.",
      publishedAt: new Date("2026-03-01T00:00:00Z"),
    });
  return campaign;
}

/** Returns a filled form's input. */
export function aSignatureInput(
  campaign: { id: number; petitionVersion: number },
  values: Partial<SignInput & { trace: Trace }> & { to?: string } = {},
): SignInput & { trace: Trace } {
  const { to = `person-${unique()}@example.org`, ...rest } = values;
  const address = parseAddress(to);
  if (address === null) throw new Error(`not an address: ${to}`);
  return {
    campaign,
    name: "Ana Sample",
    email: { address, canonical: canonicalAddress(address) },
    country: "US",
    postalCode: null,
    comment: null,
    display: "anonymous",
    source: null,
    referrer: null,
    locale: "en",
    consents: ["sign"],
    trace: { network: null, honeypot: false, foreignLanguage: false, proof: "not-asked" },
    ...rest,
  };
}

/** The id of a row, values of its columns, or a condition. */
type Match<T extends PgTable> = number | string | Partial<T["$inferSelect"]> | SQL | undefined;

function where(table: PgTable, match: Match<PgTable>) {
  if (match === undefined || is(match, SQL)) return match;
  const values = typeof match === "object" ? match : { id: match };
  return and(...Object.entries(values).map(([name, value]) => eq(columnOf(table, name), value)));
}

function columnOf(table: PgTable, name: string) {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`no column ${name}`);
  return column;
}

/** Stores one row and returns it. */
export async function storeRow<T extends PgTable>(db: DbOrTx, table: T, values: PgInsertValue<T>) {
  const [row] = await db
    .insert<PgTable>(table)
    .values(values as PgInsertValue<PgTable>)
    .returning();
  return row as T["$inferSelect"];
}

/** Changes the rows that match. */
export async function changeRows<T extends PgTable>(
  db: DbOrTx,
  table: T,
  match: Match<T>,
  values: PgUpdateSetSource<T>,
) {
  await db.update<PgTable>(table).set(values).where(where(table, match));
}

/** Returns the rows that match, by id or as ordered. */
export async function rowsIn<T extends PgTable>(
  db: DbOrTx,
  table: T,
  match: Match<T> = {},
  order: PgColumn | SQL | undefined = getTableColumns(table).id,
): Promise<T["$inferSelect"][]> {
  const rows = db.select().from<PgTable>(table).where(where(table, match)).$dynamic();
  return order ? rows.orderBy(order) : rows;
}

/** Returns the first row that matches; one must. */
export async function rowIn<T extends PgTable>(db: DbOrTx, table: T, match: Match<T>) {
  const [row] = await rowsIn(db, table, match);
  if (!row) throw new Error("no such row");
  return row;
}

/** Returns what a test needs to go on. */
export function existing<T>(thing: T): NonNullable<T> {
  if (!thing) throw new Error("it is not there");
  return thing;
}

export const firstOf = <T>([first]: readonly T[]) => existing(first);
