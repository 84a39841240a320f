import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type MailProvider, mailProviders, type WaitStep, waitSteps } from "./measure.ts";
import { type Confirming, isBlocked, type ProviderHealth } from "./provider-health.ts";

const hour = 3_600_000;
const daysOfUsual = 28;

type Row = { measure: "signed" | "confirmed" | "wait"; value: string; n: number; ofHour: string | null };

/** How those who signed confirm, by where their mail is: the last 24 hours against the 28 days before. */
export async function readProviders(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
): Promise<ProviderHealth[]> {
  const current = Math.floor(now.getTime() / hour) * hour;
  const from = new Date(current - 24 * hour);
  const usualFrom = new Date(from.getTime() - daysOfUsual * 24 * hour);
  const rows = await db.execute<Row>(sql`
    select measure, value, sum(n)::int as n, case when hour >= ${from.toISOString()}::timestamptz then hour::text end as "ofHour"
    from activity_hours
    where campaign_id = ${campaignId} and measure in ('signed', 'confirmed', 'wait')
      and hour >= ${usualFrom.toISOString()}::timestamptz and hour <= ${now.toISOString()}::timestamptz
    group by 1, 2, 4`);
  return mailProviders.map((provider) => healthOf(provider, rows, current));
}

function healthOf(provider: MailProvider, rows: readonly Row[], current: number): ProviderHealth {
  const hours: Confirming[] = Array.from({ length: 25 }, () => ({ signed: 0, confirmed: 0 }));
  const usual: Confirming = { signed: 0, confirmed: 0 };
  const soon = { signed: 0, confirmed: 0, usualConfirmed: 0 };
  const waits = new Map<WaitStep, number>();
  for (const { measure, value, n, ofHour } of rows) {
    const [of, step] = value.split(" ") as [string, WaitStep | undefined];
    if (of !== provider) continue;
    const at = ofHour === null ? null : 24 - Math.round((current - new Date(ofHour).getTime()) / hour);
    if (measure !== "wait") {
      const place = at === null ? usual : hours[at];
      if (place) place[measure] += n;
      // Whoever signed in the last two hours may have their hour before them.
      if (measure === "signed" && at !== null && at <= 22) soon.signed += n;
      continue;
    }
    if (!step) continue;
    const withinAnHour = waitSteps[step] <= 60;
    if (at === null) soon.usualConfirmed += withinAnHour ? n : 0;
    else {
      waits.set(step, (waits.get(step) ?? 0) + n);
      if (at <= 22 && withinAnHour) soon.confirmed += n;
    }
  }
  return {
    ...{ provider, hours },
    signed: hours.reduce((sum, { signed }) => sum + signed, 0),
    share: soon.signed > 0 ? Math.min(1, soon.confirmed / soon.signed) : null,
    usualShare: usual.signed > 0 ? Math.min(1, soon.usualConfirmed / usual.signed) : null,
    medianWait: medianOf(waits),
    blocked: findBlocked(hours, usual, current),
  };
}

/** Looks at the hour under way, and at it with the one or two before, where few sign. */
function findBlocked(
  hours: readonly Confirming[],
  usual: Confirming,
  current: number,
): ProviderHealth["blocked"] {
  for (const many of [1, 2, 3]) {
    const recent = hours.slice(-many).reduce(
      (sum, { signed, confirmed }) => ({
        signed: sum.signed + signed,
        confirmed: sum.confirmed + confirmed,
      }),
      { signed: 0, confirmed: 0 },
    );
    if (isBlocked(recent, usual))
      return { since: new Date(current - (many - 1) * hour).toISOString(), recent, usual };
  }
  return null;
}

/** The middle of what the steps tell, evenly spread within its step. */
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
