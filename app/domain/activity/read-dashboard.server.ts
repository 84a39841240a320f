import { eq, type SQL, sql } from "drizzle-orm";
import { nextGoal } from "#app/domain/campaign/campaign.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countedLetters } from "#app/domain/entries/letters/published/public-letter.ts";
import { countPledgesInForce } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import { countFundLetters } from "#app/domain/entries/pledges/totals/fund-letters.server.ts";
import { listDomainCrowds } from "#app/domain/review/list-domain-crowds.server.ts";
import { countBounces } from "#app/domain/review/scoring/under-attack.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import { countAhead } from "./bring-forward.server.ts";
import { mailOutcomes, shareSources } from "./measure.ts";
import type { Period } from "./period.ts";
import { readBlocked } from "./read-blocked.server.ts";
import { type OriginMeasure, readOrigins } from "./read-origins.server.ts";
import { readQueues } from "./read-queues.server.ts";
import { findFirstHour, readSeries } from "./read-series.server.ts";
import { localIso, type Span, spanOf } from "./span.server.ts";

type Asked = {
  period: Period;
  zone: string;
  /** True for those who may see people: small cells are not hidden. */
  small: boolean;
};

type CompanyCounts = { company: string; name: string; pledges: number; letters: number };

/** An update that began in the period, marked in the chart. */
type Mark = { number: number; at: string };

/** Reads all figures of a campaign's overview. Counts no rows that grow with the campaign. */
export async function readDashboard(
  db: Db,
  campaignId: number,
  { period, zone, small }: Asked,
  now = new Date(),
) {
  const since = await findFirstHour(db, campaignId);
  const span = spanOf(period, zone, now, since ?? now);
  const [
    counts,
    pledges,
    fundLetters,
    letters,
    steps,
    marks,
    series,
    funnel,
    blocked,
    mails,
    queues,
    domainCrowds,
    ahead,
    bounces,
    companies,
  ] = await Promise.all([
    readCounts(db, campaignId),
    countPledgesInForce(db, campaignId),
    countFundLetters(db, campaignId),
    countLetters(db, campaignId),
    findGoalSteps(db, campaignId),
    listMarks(db, campaignId, span.from),
    readSeries(db, campaignId, span),
    readFunnel(db, campaignId, span),
    readBlocked(db, campaignId, now),
    readMails(db, campaignId, span),
    readQueues(db, campaignId),
    small ? listDomainCrowds(db, campaignId) : [],
    countAhead(db),
    countBounces(db, campaignId, now),
    countByCompany(db, campaignId),
  ]);
  const from = (measure: OriginMeasure) => readOrigins(db, campaignId, measure, { span, small });
  const [sources, visits, sites, hosts, countries] = await Promise.all([
    from("source"),
    from("visit-source"),
    from("referrer"),
    from("visit-host"),
    from("country"),
  ]);
  return {
    asOf: localIso(now, zone),
    blocked: blocked.map((one) => ({ ...one, since: localIso(new Date(one.since), zone) })),
    period,
    zone,
    goal: nextGoal(steps, counts.signatures),
    marks,
    series,
    funnel,
    mails,
    queues,
    domainCrowds,
    emailsAhead: ahead.emails,
    bounces,
    counts: {
      ...counts,
      pledges,
      fundLetters,
      letters: countedLetters(letters),
      ...(companies.length > 1 && { companies }),
    },
    sources,
    visits,
    sites,
    hosts,
    countries,
  };
}

export type Dashboard = Awaited<ReturnType<typeof readDashboard>>;

/** Counts what each company of a campaign has; nothing where there is one. */
async function countByCompany(db: Db, campaignId: number): Promise<CompanyCounts[]> {
  const companies = await listCompaniesOf(db, campaignId);
  if (companies.length <= 1) return [];
  return Promise.all(
    companies.map(async ({ id, slug: company, name }) => ({
      company,
      name,
      pledges: await countPledgesInForce(db, campaignId, id),
      letters: countedLetters(await countLetters(db, campaignId, id)),
    })),
  );
}

async function findGoalSteps(db: Db, campaignId: number): Promise<number[]> {
  const [row] = await db
    .select({ goalSteps: campaigns.goalSteps })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row?.goalSteps ?? [];
}

async function listMarks(db: Db, campaignId: number, from: Date): Promise<Mark[]> {
  const rows = await db.execute<{ number: number; at: string }>(sql`
    select number, started_at as at from updates
    where campaign_id = ${campaignId} and started_at >= ${from.toISOString()}::timestamptz order by started_at
    limit 40`);
  return rows.map(({ number, at }) => ({ number, at: new Date(at).toISOString() }));
}

/**
 * Totals of a period, each counted where it happened and not by person: views of the case page, forms sent,
 * signatures confirmed, visits by shared links, and pledges and letters confirmed.
 */
type Steps = { viewed: number; signed: number; confirmed: number; shared: number; next: number };

type Funnel = Steps & {
  /** The same length of time in the period before, if there is one. */
  before: Steps | null;
};

/** The measure each step is counted from. */
const countedFrom: Record<keyof Steps, SQL> = {
  viewed: sql`measure = 'view' and value = 'case'`,
  signed: sql`measure = 'signed'`,
  confirmed: sql`measure = 'confirmed'`,
  shared: sql`measure = 'visit-source' and value in ${[...shareSources]}`,
  next: sql`measure in ('pledge', 'letter')`,
};

/** Cuts periods older than three days at UTC days. */
export async function readFunnel(
  db: DbOrTx,
  campaignId: number,
  { from, to, before }: Span,
): Promise<Funnel> {
  const since = before?.from ?? from;
  const until = before?.to ?? from;
  const sums = Object.entries(countedFrom).map(
    ([step, those]) => sql`
      select ${step} as step,
        coalesce(sum(n) filter (where hour >= ${from.toISOString()}::timestamptz), 0)::int as n,
        coalesce(sum(n) filter (where hour < ${until.toISOString()}::timestamptz), 0)::int as before
      from activity_hours where campaign_id = ${campaignId} and ${those}
        and hour >= ${since.toISOString()}::timestamptz and hour <= ${to.toISOString()}::timestamptz`,
  );
  const rows = await db.execute<{ step: keyof Steps; n: number; before: number }>(
    sql.join(sums, sql` union all `),
  );
  const stepsOf = (which: "n" | "before") =>
    Object.fromEntries(rows.map((row) => [row.step, row[which]])) as Steps;
  return { ...stepsOf("n"), before: before && stepsOf("before") };
}

type MailOutcome = (typeof mailOutcomes)[number];
type MailHealth = Record<MailOutcome, number>;

/** Counts a campaign's emails in a period by outcome; those to the company are counted with its letters. */
async function readMails(db: DbOrTx, campaignId: number, { from, to }: Span): Promise<MailHealth> {
  const rows = await db.execute<{ outcome: MailOutcome; n: number }>(sql`
    select split_part(value, ' ', 2) as outcome, sum(n)::int as n from activity_hours
    where campaign_id = ${campaignId} and measure = 'mail' and value not like 'company %'
      and hour >= ${from.toISOString()}::timestamptz and hour <= ${to.toISOString()}::timestamptz
    group by 1`);
  const found = new Map(rows.map(({ outcome, n }) => [outcome, n]));
  return Object.fromEntries(mailOutcomes.map((outcome) => [outcome, found.get(outcome) ?? 0])) as MailHealth;
}
