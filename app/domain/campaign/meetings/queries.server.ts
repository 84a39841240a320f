import { and, asc, desc, eq, gte, lt, type SQL } from "drizzle-orm";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { ballotItems, campaignCompanies, coFilingRules, meetings, targets } from "#db/schema/index.ts";
import { CoFilingTiers } from "./co-filing-rule.server.ts";
import { countingFigure, type IssuerFigure } from "./counting-figure.ts";
import { listIssuerSnapshots } from "./list-issuer-snapshots.server.ts";
import {
  type CoFilingRule,
  type IssuerSnapshot,
  type Meeting,
  type MeetingPattern,
  type MonthPart,
  openMeetings,
  type PatternSpan,
} from "./meeting.ts";

/**
 * Finds the meeting that a campaign asks about first at a company (default: its first): of those it takes
 * pledges for, else the latest. Null when none is known.
 */
export async function findPledgeMeeting(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
  now = new Date(),
): Promise<Meeting | null> {
  const [meeting] = await listOpenMeetings(db, campaignId, companyId, now);
  return meeting ?? null;
}

/**
 * Lists the meetings a campaign takes pledges for at a company (default: its first), the one it asks about
 * first before the others; where it takes none, the latest.
 */
export const listOpenMeetings = (
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
  now = new Date(),
): Promise<Meeting[]> => listMeetingsOf(db, ofCompany(campaignId, companyId), now);

/** Lists the same of all companies, in their order. */
export const listPledgeMeetings = (db: DbOrTx, campaignId: number, now = new Date()): Promise<Meeting[]> =>
  listMeetingsOf(db, eq(campaignCompanies.campaignId, campaignId), now);

async function listMeetingsOf(db: DbOrTx, companies: SQL | undefined, now: Date): Promise<Meeting[]> {
  const rows = await db
    .select({
      meeting: meetings,
      jurisdiction: targets.jurisdiction,
      ownersLineUntil: campaignCompanies.ownersLineUntil,
      place: campaignCompanies.place,
      chosen: campaignCompanies.meetingId,
    })
    .from(campaignCompanies)
    .innerJoin(meetings, eq(meetings.targetId, campaignCompanies.companyId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(companies)
    .orderBy(asc(campaignCompanies.place), desc(meetings.year));
  const found: Meeting[] = [];
  for (const place of new Set(rows.map((row) => row.place))) {
    const known = rows.flatMap(({ meeting, ...of }) =>
      of.place === place ? [{ ...meeting, ...of, items: [], row: { meeting, ...of } }] : [],
    );
    const chosen = known[0]?.chosen ?? null;
    const open = openMeetings(known, chosen, now);
    const latest = known.find(({ id }) => id === chosen) ?? known[0];
    const taken = open.length > 0 || !latest ? open : [latest];
    for (const { row } of taken) found.push(await withItems(db, row));
  }
  return found;
}

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
    .select({
      meeting: meetings,
      jurisdiction: targets.jurisdiction,
      ownersLineUntil: campaignCompanies.ownersLineUntil,
    })
    .from(meetings)
    .innerJoin(campaignCompanies, eq(campaignCompanies.companyId, meetings.targetId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(and(eq(campaignCompanies.campaignId, campaignId), eq(meetings.id, meetingId)));
  return row ? withItems(db, row) : null;
}

/** Lists the meetings of one of the campaign's companies (default: its first), latest first. */
export async function listMeetings(db: DbOrTx, campaignId: number, companyId?: number): Promise<Meeting[]> {
  const rows = await db
    .select({
      meeting: meetings,
      jurisdiction: targets.jurisdiction,
      ownersLineUntil: campaignCompanies.ownersLineUntil,
    })
    .from(meetings)
    .innerJoin(campaignCompanies, eq(campaignCompanies.companyId, meetings.targetId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(ofCompany(campaignId, companyId))
    .orderBy(desc(meetings.year));
  const listed: Meeting[] = [];
  for (const row of rows) listed.push(await withItems(db, row));
  return listed;
}

type Found = { meeting: typeof meetings.$inferSelect; jurisdiction: string; ownersLineUntil: string | null };

async function withItems(
  db: DbOrTx,
  { meeting: row, jurisdiction, ownersLineUntil }: Found,
): Promise<Meeting> {
  const items = await db
    .select()
    .from(ballotItems)
    .where(eq(ballotItems.meetingId, row.id))
    .orderBy(asc(ballotItems.number), asc(ballotItems.id));
  const { targetId, ...meeting } = row;
  const pattern = meeting.meetingOn === null ? patternOf(await listEarlier(db, targetId, row.year)) : null;
  return {
    ...meeting,
    jurisdiction,
    items: items.map(({ meetingId: _its, ...item }) => item),
    ownersLineUntil,
    pattern,
  };
}

const listEarlier = (db: DbOrTx, targetId: number, year: number) =>
  db
    .select({ meetingOn: meetings.meetingOn, recordDate: meetings.recordDate })
    .from(meetings)
    .where(
      and(eq(meetings.targetId, targetId), lt(meetings.year, year), gte(meetings.year, year - patternYears)),
    );

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

/** Earlier meetings that a pattern needs, and the years before a meeting that it looks at. */
const needed = 2;
const patternYears = 6;
/** Days in months further apart are no pattern. */
const monthsApart = 3;

const partOf = (day: string): MonthPart => {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return { month, part: date < 10 ? "early" : date <= 20 ? "mid" : "late" };
};

function spanOf(days: readonly (string | null)[]): PatternSpan | null {
  const known = days.flatMap((day) => (day === null ? [] : [day.slice(5)])).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < needed || !first || !last) return null;
  if (Number(last.slice(0, 2)) - Number(first.slice(0, 2)) > monthsApart) return null;
  return { from: partOf(`2000-${first}`), to: partOf(`2000-${last}`) };
}

/** Returns between which parts of the year a company's earlier meetings and record dates were. */
export function patternOf(
  earlier: readonly { meetingOn: string | null; recordDate: string | null }[],
): MeetingPattern | null {
  const meeting = spanOf(earlier.map(({ meetingOn }) => meetingOn));
  return meeting && { meeting, recordDate: spanOf(earlier.map(({ recordDate }) => recordDate)) };
}
