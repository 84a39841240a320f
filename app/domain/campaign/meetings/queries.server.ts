import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { DbOrTx } from "#db/index.ts";
import { ballotItems, campaigns, coFilingRules, meetings, targets } from "#db/schema/index.ts";
import { CoFilingTiers } from "./co-filing-rule.server.ts";
import { countingFigure, type IssuerFigure } from "./counting-figure.ts";
import { listIssuerSnapshots } from "./list-issuer-snapshots.server.ts";
import type { CoFilingRule, IssuerSnapshot, Meeting } from "./meeting.ts";

/**
 * The meeting that a campaign takes pledges for: the one its organizers chose, else the earliest of its
 * target that is not over, else the latest there is. Null when none is known.
 */
export async function findPledgeMeeting(db: DbOrTx, campaignId: number): Promise<Meeting | null> {
  const [row] = await db
    .select({ meeting: meetings, jurisdiction: targets.jurisdiction })
    .from(campaigns)
    .innerJoin(
      meetings,
      sql`${meetings.targetId} = ${campaigns.targetId}
        and (${campaigns.meetingId} is null or ${meetings.id} = ${campaigns.meetingId})`,
    )
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(eq(campaigns.id, campaignId))
    .orderBy(
      desc(inArray(meetings.status, ["expected", "announced", "open"])),
      sql`case when ${meetings.status} in ('expected', 'announced', 'open') then ${meetings.year}
        else -${meetings.year} end`,
    )
    .limit(1);
  return row ? withItems(db, row) : null;
}

/** A meeting of the campaign's target. Null for all others. */
export async function findMeeting(
  db: DbOrTx,
  { campaignId, meetingId }: { campaignId: number; meetingId: number },
): Promise<Meeting | null> {
  const [row] = await db
    .select({ meeting: meetings, jurisdiction: targets.jurisdiction })
    .from(meetings)
    .innerJoin(campaigns, eq(campaigns.targetId, meetings.targetId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(and(eq(campaigns.id, campaignId), eq(meetings.id, meetingId)));
  return row ? withItems(db, row) : null;
}

/** Every meeting of the campaign's target, the latest first. */
export async function listMeetings(db: DbOrTx, campaignId: number): Promise<Meeting[]> {
  const rows = await db
    .select({ meeting: meetings, jurisdiction: targets.jurisdiction })
    .from(meetings)
    .innerJoin(campaigns, eq(campaigns.targetId, meetings.targetId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(eq(campaigns.id, campaignId))
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

/** The figures of the campaign's target in which `figure` counts at `now` (`countingFigure`). */
export async function findIssuerSnapshot(
  db: DbOrTx,
  campaignId: number,
  figure: IssuerFigure,
  now: Date,
): Promise<IssuerSnapshot | null> {
  return countingFigure(await listIssuerSnapshots(db, campaignId), figure, now);
}

/**
 * What the campaign's target asks of one who files a proposal. Null under a law that is not explained
 * here.
 */
export async function findCoFilingRule(db: DbOrTx, campaignId: number): Promise<CoFilingRule | null> {
  const [row] = await db
    .select({ rule: coFilingRules, jurisdiction: targets.jurisdiction })
    .from(coFilingRules)
    .innerJoin(campaigns, eq(campaigns.targetId, coFilingRules.targetId))
    .innerJoin(targets, eq(targets.id, coFilingRules.targetId))
    .where(eq(campaigns.id, campaignId));
  if (!row || !profileOf(row.jurisdiction).coFiling) return null;
  const { targetId: _of, tiers, ...rule } = row.rule;
  return { ...rule, tiers: CoFilingTiers.parse(tiers) };
}
