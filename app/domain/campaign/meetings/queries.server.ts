import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { ballotItems, campaignCompanies, coFilingRules, meetings, targets } from "#db/schema/index.ts";
import { CoFilingTiers } from "./co-filing-rule.server.ts";
import { countingFigure, type IssuerFigure } from "./counting-figure.ts";
import { listIssuerSnapshots } from "./list-issuer-snapshots.server.ts";
import type { CoFilingRule, IssuerSnapshot, Meeting } from "./meeting.ts";

/**
 * Finds the meeting that a campaign takes pledges for at a company (default: its first): the one its
 * organizers chose, else the company's earliest that is not over, else the latest. Null when none is known.
 */
export async function findPledgeMeeting(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<Meeting | null> {
  const [row] = await findPledgeMeetings(db, ofCompany(campaignId, companyId));
  return row ? withItems(db, row) : null;
}

/** Lists the meetings a campaign takes pledges for, one per company that has any, in their order. */
export async function listPledgeMeetings(db: DbOrTx, campaignId: number): Promise<Meeting[]> {
  const rows = await findPledgeMeetings(db, eq(campaignCompanies.campaignId, campaignId));
  const listed: Meeting[] = [];
  for (const row of rows) listed.push(await withItems(db, row));
  return listed;
}

const findPledgeMeetings = (db: DbOrTx, companies: SQL | undefined): Promise<Found[]> =>
  db
    .selectDistinctOn([campaignCompanies.place], { meeting: meetings, jurisdiction: targets.jurisdiction })
    .from(campaignCompanies)
    .innerJoin(
      meetings,
      sql`${meetings.targetId} = ${campaignCompanies.companyId}
        and (${campaignCompanies.meetingId} is null or ${meetings.id} = ${campaignCompanies.meetingId})`,
    )
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(companies)
    .orderBy(
      campaignCompanies.place,
      desc(inArray(meetings.status, ["expected", "announced", "open"])),
      sql`case when ${meetings.status} in ('expected', 'announced', 'open') then ${meetings.year}
        else -${meetings.year} end`,
    );

const ofCompany = (campaignId: number, companyId?: number) =>
  and(
    eq(campaignCompanies.campaignId, campaignId),
    companyId === undefined ? eq(campaignCompanies.place, 1) : eq(campaignCompanies.companyId, companyId),
  );

/** Finds a meeting of the campaign's companies. Null for all others. */
export async function findMeeting(
  db: DbOrTx,
  { campaignId, meetingId }: { campaignId: number; meetingId: number },
): Promise<Meeting | null> {
  const [row] = await db
    .select({ meeting: meetings, jurisdiction: targets.jurisdiction })
    .from(meetings)
    .innerJoin(campaignCompanies, eq(campaignCompanies.companyId, meetings.targetId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(and(eq(campaignCompanies.campaignId, campaignId), eq(meetings.id, meetingId)));
  return row ? withItems(db, row) : null;
}

/** Lists the meetings of one of the campaign's companies (default: its first), latest first. */
export async function listMeetings(db: DbOrTx, campaignId: number, companyId?: number): Promise<Meeting[]> {
  const rows = await db
    .select({ meeting: meetings, jurisdiction: targets.jurisdiction })
    .from(meetings)
    .innerJoin(campaignCompanies, eq(campaignCompanies.companyId, meetings.targetId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(ofCompany(campaignId, companyId))
    .orderBy(desc(meetings.year));
  const listed: Meeting[] = [];
  for (const row of rows) listed.push(await withItems(db, row));
  return listed;
}

type Found = { meeting: typeof meetings.$inferSelect; jurisdiction: string };

async function withItems(db: DbOrTx, { meeting: row, jurisdiction }: Found): Promise<Meeting> {
  const items = await db
    .select()
    .from(ballotItems)
    .where(eq(ballotItems.meetingId, row.id))
    .orderBy(asc(ballotItems.number), asc(ballotItems.id));
  const { targetId: _of, ...meeting } = row;
  return { ...meeting, jurisdiction, items: items.map(({ meetingId: _its, ...item }) => item) };
}

/**
 * Finds the figures of a company (default: the first) in which `figure` counts at `now` (`countingFigure`).
 */
export async function findIssuerSnapshot(
  db: DbOrTx,
  campaignId: number,
  figure: IssuerFigure,
  now: Date,
  companyId?: number,
): Promise<IssuerSnapshot | null> {
  return countingFigure(await listIssuerSnapshots(db, campaignId, companyId), figure, now);
}

/**
 * Finds what a company (default: the first) asks of who files a proposal. Null under a law not explained
 * here.
 */
export async function findCoFilingRule(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<CoFilingRule | null> {
  const [row] = await db
    .select({ rule: coFilingRules, jurisdiction: targets.jurisdiction })
    .from(coFilingRules)
    .innerJoin(targets, eq(targets.id, coFilingRules.targetId))
    .where(eq(coFilingRules.targetId, companyOf({ campaignId, companyId })));
  if (!row || !profileOf(row.jurisdiction).coFiling) return null;
  const { targetId: _of, tiers, ...rule } = row.rule;
  return { ...rule, tiers: CoFilingTiers.parse(tiers) };
}
