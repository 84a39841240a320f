import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type MailProvider, mailProviders, type WaitStep, waitSteps } from "./measure.ts";
import { type Confirming, isBlocked, type ProviderHealth, patience } from "./provider-health.ts";

const minute = 60_000;
const hour = 60 * minute;
const daysOfUsual = 28;

type Row = { measure: "signed" | "confirmed" | "wait"; value: string; n: number; ofHour: string | null };

/** Periods checked for a block: with many signers it shows in the shortest. */
const stretchMinutes = [20, 60, 180] as const;
const readAtMost = 4000;

type Stretch = Confirming & { provider: MailProvider; minutes: number; since: string };

/** Compares how signers confirm, by email provider: the last 24 hours with the 28 days before. */
export async function readProviders(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
): Promise<ProviderHealth[]> {
  const current = Math.floor(now.getTime() / hour) * hour;
  const from = new Date(current - 24 * hour);
  const usualFrom = new Date(from.getTime() - daysOfUsual * 24 * hour);
  const stretches = await readStretches(db, campaignId, now);
  const rows = await db.execute<Row>(sql`
    select measure, value, sum(n)::int as n,
      case when hour >= ${from.toISOString()}::timestamptz then hour::text end as "ofHour"
    from activity_hours
    where campaign_id = ${campaignId} and measure in ('signed', 'confirmed', 'wait')
      and hour >= ${usualFrom.toISOString()}::timestamptz and hour <= ${now.toISOString()}::timestamptz
    group by 1, 2, 4`);
  return mailProviders.map((provider) => healthOf(provider, rows, stretches, current));
}

function healthOf(
  provider: MailProvider,
  rows: readonly Row[],
  stretches: readonly Stretch[],
  current: number,
): ProviderHealth {
  const hours: Confirming[] = Array.from({ length: 25 }, () => ({ signed: 0, confirmed: 0 }));
  const usual: Confirming = { signed: 0, confirmed: 0 };
  const soon = { signed: 0, confirmed: 0, usualConfirmed: 0 };
  let promptly = 0;
  const waits = new Map<WaitStep, number>();
  for (const { measure, value, n, ofHour } of rows) {
    const [of, step] = value.split(" ") as [string, WaitStep | undefined];
    if (of !== provider) continue;
    const at = ofHour === null ? null : 24 - Math.round((current - new Date(ofHour).getTime()) / hour);
    if (measure !== "wait") {
      const place = at === null ? usual : hours[at];
      if (place) place[measure] += n;
      // Signers of the last two hours may still have time to confirm within their hour.
      if (measure === "signed" && at !== null && at <= 22) soon.signed += n;
      continue;
    }
    if (!step) continue;
    const withinAnHour = waitSteps[step] <= 60;
    if (at === null) {
      soon.usualConfirmed += withinAnHour ? n : 0;
      promptly += waitSteps[step] <= patience ? n : 0;
    } else {
      waits.set(step, (waits.get(step) ?? 0) + n);
      if (at <= 22 && withinAnHour) soon.confirmed += n;
    }
  }
  return {
    provider,
    hours,
    signed: hours.reduce((sum, { signed }) => sum + signed, 0),
    share: soon.signed > 0 ? Math.min(1, soon.confirmed / soon.signed) : null,
    usualShare: usual.signed > 0 ? Math.min(1, soon.usualConfirmed / usual.signed) : null,
    medianWait: medianOf(waits),
    blocked: findBlocked(stretches, provider, { signed: usual.signed, confirmed: promptly }),
  };
}

/** The shortest blocked period, of those that end `patience` minutes ago. */
function findBlocked(
  stretches: readonly Stretch[],
  provider: MailProvider,
  usual: Confirming,
): ProviderHealth["blocked"] {
  for (const many of stretchMinutes) {
    const its = stretches.find((each) => each.provider === provider && each.minutes === many);
    if (!its) continue;
    const recent = { signed: its.signed, confirmed: its.confirmed };
    if (isBlocked(recent, usual)) return { since: new Date(its.since).toISOString(), recent, usual };
  }
  return null;
}

/**
 * Who of the newest signers confirmed within `patience`, by provider and period. The only rows the overview
 * counts, at most `lookedAtMost`. Counts by the host of the address first: finding a host's provider is
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

/** The median, assuming an even spread within its step. */
function medianOf(waits: ReadonlyMap<WaitStep, number>): number | null {
  const all = [...waits.values()].reduce((sum, n) => sum + n, 0);
  if (all === 0) return null;
  let below = 0;
  let start = 0;
  for (const [step, end] of Object.entries(waitSteps) as [WaitStep, number][]) {
    const here = waits.get(step) ?? 0;
    if (here > 0 && below + here >= all / 2) return start + ((all / 2 - below) / here) * (end - start);
    below += here;
    start = end;
  }
  return start;
}
