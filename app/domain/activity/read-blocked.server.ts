import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type MailProvider, mailProviders } from "./measure.ts";

/** How many signed in a period, and how many of them confirmed within `patience`. */
type Confirming = { signed: number; confirmed: number };

/** A provider at which clearly fewer confirm than usual, and since when. */
export type Blocked = { provider: MailProvider; since: string; recent: Confirming; usual: Confirming };

/** Minutes within which most people confirm, and the values of `wait_step` in SQL that end within them. */
const patience = 15;
const prompt = ["1m", "5m", "15m"];

/**
 * Fewest signers, now and usually; the share of the usual rate below which it is a block; and how likely
 * chance may explain it: once in a hundred thousand checks.
 */
const blockedNeeds = { signed: 8, usualSigned: 100, share: 0.6, chance: 1e-5 };

const minute = 60_000;
const hour = 60 * minute;
const daysOfUsual = 28;

/** Periods checked for a block: with many signers it shows in the shortest. */
const stretchMinutes = [20, 60, 180] as const;
const readAtMost = 4000;

type Stretch = Confirming & { provider: MailProvider; minutes: number; since: string };

/**
 * Finds email providers that may be dropping confirmations: clearly fewer confirm there than in the 28 days
 * until yesterday. An email that a provider accepts and drops leaves no other sign.
 */
export async function readBlocked(db: DbOrTx, campaignId: number, now = new Date()): Promise<Blocked[]> {
  const to = new Date(Math.floor(now.getTime() / hour) * hour - 24 * hour);
  const from = new Date(to.getTime() - daysOfUsual * 24 * hour);
  const stretches = await readStretches(db, campaignId, now);
  const rows = await db.execute<Confirming & { provider: MailProvider }>(sql`
    select split_part(value, ' ', 1) as provider,
      coalesce(sum(n) filter (where measure = 'signed'), 0)::int as signed,
      coalesce(sum(n) filter (where split_part(value, ' ', 2) in ${prompt}), 0)::int as confirmed
    from activity_hours
    where campaign_id = ${campaignId} and measure in ('signed', 'wait')
      and hour >= ${from.toISOString()}::timestamptz and hour < ${to.toISOString()}::timestamptz
    group by 1`);
  const usualAt = new Map(rows.map(({ provider, ...usual }) => [provider, usual]));
  return mailProviders.flatMap((provider) => {
    const usual = usualAt.get(provider) ?? { signed: 0, confirmed: 0 };
    const its = stretchMinutes.flatMap((many) =>
      stretches.filter((each) => each.provider === provider && each.minutes === many),
    );
    const shortest = its.find((each) => isBlocked(each, usual));
    if (!shortest) return [];
    const { signed, confirmed, since } = shortest;
    return [{ provider, since: new Date(since).toISOString(), recent: { signed, confirmed }, usual }];
  });
}

/**
 * True where clearly fewer confirm than usual: under six tenths of the usual share, and so few that chance
 * hardly does it. A block is seen within the hour, and a rush of new signers is none.
 */
function isBlocked(recent: Confirming, usual: Confirming): boolean {
  if (recent.signed < blockedNeeds.signed || usual.signed < blockedNeeds.usualSigned) return false;
  const share = Math.min(0.99, usual.confirmed / usual.signed);
  if (recent.confirmed >= recent.signed * share * blockedNeeds.share) return false;
  return atMost(recent.confirmed, recent.signed, share) < blockedNeeds.chance;
}

/** Probability that at most `k` of `n` confirm, each with probability `share` (binomial distribution). */
function atMost(k: number, n: number, share: number): number {
  if (share <= 0) return 1;
  let logTerm = n * Math.log(1 - share);
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i++) {
    logTerm += Math.log((n - i + 1) / i) + Math.log(share / (1 - share));
    sum += Math.exp(logTerm);
  }
  return sum;
}

/**
 * Who of the newest signers confirmed within `patience`, by provider and period. The only rows the overview
 * counts, at most `readAtMost`. Counts by the host of the address first: finding a host's provider is
 * slower than finding its person, and hosts are few. All persons are passed to the index at once, so that it
 * is scanned once.
 */
async function readStretches(db: DbOrTx, campaignId: number, now: Date): Promise<Stretch[]> {
  const to = new Date(now.getTime() - patience * minute);
  const from = new Date(to.getTime() - Math.max(...stretchMinutes) * minute);
  const rows = await db.execute<Stretch>(sql`
    with s as materialized (
      select supporter_id, signed_at, confirmed_at from signatures
      where campaign_id = ${campaignId} and state <> 'imported'
        and signed_at <= ${to.toISOString()}::timestamptz
        and signed_at > ${from.toISOString()}::timestamptz
      order by signed_at desc, id desc limit ${readAtMost}
    )
    select mail_provider('@' || host) as provider, minutes, sum(signed)::int as signed,
      sum(confirmed)::int as confirmed, min(since)::text as since
    from (
      select split_part(p.email_canonical, '@', 2) as host, w.minutes, count(*) as signed,
        count(*) filter (where s.confirmed_at <= s.signed_at
          + make_interval(mins => ${patience})) as confirmed,
        min(s.signed_at) as since
      from s join supporters p on p.id = s.supporter_id and p.id = any (array(select supporter_id from s))
      join unnest(${sql.param([...stretchMinutes])}::int[]) w (minutes)
        on s.signed_at > ${to.toISOString()}::timestamptz - make_interval(mins => w.minutes)
      group by 1, 2
    ) by_host
    group by 1, 2`);
  return [...rows];
}
