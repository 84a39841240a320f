import { type SQL, sql } from "drizzle-orm";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import type { Tx } from "#db/index.ts";
import { largestFirst, signaturesIn } from "./count-pack.server.ts";
import { stateOfZip } from "./us-states.ts";

type OfCompany = { campaignId: number; companyId: number };

/** `signatures.id` by state, `notGiven` among them. */
export type StateSigners = Record<string, number[]>;

export type StateCounts = {
  /** By postal abbreviation, then `others` and `notGiven`. Empty: left out. */
  byUsState: Record<string, number>;
  /** The earlier pack whose figures these are; null: of this pack. */
  statesOfPack: number | null;
  /** Whom new figures count, to compare the next pack with. Null: the figures are not new. */
  signers: StateSigners | null;
};

/**
 * Counts the US signers of a pack by state. Its readers have the names of each pack, so figures of fewer than
 * five who joined, left or moved would reveal their states: then the figures stay those of an earlier pack.
 */
export async function countUsStates(tx: Tx, of: OfCompany): Promise<StateCounts> {
  const earlier = await readEarlier(tx, of);
  const now = await readSigners(tx, of);
  if (hidesEach(byId(earlier?.signers ?? {}), byId(now)))
    return { byUsState: inGroups(now), statesOfPack: null, signers: now };
  return {
    byUsState: inGroups(earlier?.signers ?? {}),
    statesOfPack: earlier?.number ?? null,
    signers: null,
  };
}

async function readEarlier(tx: Tx, { campaignId, companyId }: OfCompany) {
  const [row] = await tx.execute<{ number: number; signers: string }>(sql`
    select number, state_signers::text as signers from packs
    where campaign_id = ${campaignId} and company_id = ${companyId} and state_signers is not null
    order by number desc limit 1`);
  return row && { number: row.number, signers: JSON.parse(row.signers) as StateSigners };
}

async function readSigners(tx: Tx, of: OfCompany): Promise<StateSigners> {
  const rows = await tx.execute<{ zip: string | null; ids: string }>(sql`
    select left(p.postal_code, 3) as zip, string_agg(s.id::text, ',') as ids
    from ${signaturesIn(of)} and p.country = 'US' group by 1`);
  const signers: StateSigners = {};
  for (const { zip, ids } of rows) {
    const state = stateOfZip(`${zip ?? ""}00`) ?? "notGiven";
    signers[state] = [...(signers[state] ?? []), ...ids.split(",").map(Number)];
  }
  return signers;
}

const byId = (signers: StateSigners) =>
  new Map(Object.entries(signers).flatMap(([state, ids]) => ids.map((id) => [id, state] as const)));

type Signers = ReadonlyMap<number, string>;

/**
 * True if those who joined are none or five, and so those who left and those who moved: one who joined among
 * many who left is still the only one who can raise a figure.
 */
function hidesEach(before: Signers, now: Signers): boolean {
  const joined = [...now.keys()].filter((id) => !before.has(id)).length;
  const left = [...before.keys()].filter((id) => !now.has(id)).length;
  const moved = [...now].filter(([id, state]) => before.has(id) && before.get(id) !== state).length;
  return [joined, left, moved].every((count) => count === 0 || count >= groupAtLeast);
}

/** Merges states with fewer than five: the list has only countries, and so few would locate a person. */
function inGroups({ notGiven = [], ...named }: StateSigners): Record<string, number> {
  const counts = Object.fromEntries(Object.entries(named).map(([state, ids]) => [state, ids.length]));
  const isSmall = (count: number) => count < groupAtLeast;
  const others = Object.values(counts).reduce((sum, count) => sum + (isSmall(count) ? count : 0), 0);
  return {
    ...largestFirst(Object.fromEntries(Object.entries(counts).filter(([, count]) => !isSmall(count)))),
    ...(others > 0 && { others }),
    ...(notGiven.length > 0 && { notGiven: notGiven.length }),
  };
}

/** Stores whom a made pack's new figures count, and forgets whom earlier ones did. */
export async function keepSigners(
  tx: Tx,
  { id, companyId, campaignId }: OfCompany & { id: number },
  signers: StateSigners,
): Promise<void> {
  const of: SQL = sql`campaign_id = ${campaignId} and company_id = ${companyId}`;
  await tx.execute(sql`update packs set state_signers = null where ${of} and state_signers is not null`);
  await tx.execute(sql`update packs set state_signers = ${JSON.stringify(signers)}::jsonb where id = ${id}`);
}
