import { type SQL, sql } from "drizzle-orm";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import type { Tx } from "#db/index.ts";
import { largestFirst, signaturesIn } from "./count-pack.server.ts";

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

/** ZIP prefixes (first three digits): where each state's range ends. Gaps belong to none. */
const pairs = (
  "005 NY 007 PR 008 VI 009 PR 027 MA 029 RI 038 NH 049 ME 054 VT 055 MA 059 VT 069 CT 089 NJ 098 AE " +
  "149 NY 196 PA 199 DE 200 DC 201 VA 205 DC 219 MD 246 VA 268 WV 289 NC 299 SC 319 GA 339 FL 340 AA " +
  "349 FL 369 AL 385 TN 397 MS 399 GA 427 KY 459 OH 479 IN 499 MI 528 IA 549 WI 567 MN 569 DC 577 SD " +
  "588 ND 599 MT 629 IL 658 MO 679 KS 693 NE 714 LA 729 AR 732 OK 733 TX 749 OK 799 TX 816 CO 831 WY " +
  "838 ID 847 UT 865 AZ 884 NM 885 TX 898 NV 961 CA 966 AP 968 HI 969 GU 979 OR 994 WA 999 AK"
).split(" ");
const runs = pairs.flatMap((word, n) =>
  n % 2 === 0 ? [{ upTo: Number(word), state: pairs[n + 1] ?? "" }] : [],
);

/** Returns the state, territory or military area of a ZIP code by its first three digits; else null. */
function stateOfZip(zip: string): string | null {
  const prefix = /^(\d{3})\d{2}(-?\d{4})?$/.exec(zip.trim())?.[1];
  if (prefix === undefined || Number(prefix) < 5) return null;
  return runs.find(({ upTo }) => Number(prefix) <= upTo)?.state ?? null;
}
