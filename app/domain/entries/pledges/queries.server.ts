import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { companyName } from "#app/domain/campaign/company/find-company.server.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { personOf } from "#app/domain/supporters/person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import {
  campaigns,
  meetings,
  pledgeIntentions,
  pledges,
  pledgeWilling,
  supporters,
  targets,
} from "#db/schema/index.ts";
import { canOpen, decryptHolding } from "./holding.server.ts";
import type { AccountFlag, Holding, PledgeKind } from "./pledge.ts";

export type FoundPledge = NonNullable<Awaited<ReturnType<typeof findPledge>>>;
export type PledgeWithHolding = FoundPledge & { holding: Holding | null; unreadable: boolean };

/** Finds a pledge with all that is known but the holding. Null when gone. */
export async function findPledge(db: DbOrTx, publicId: string) {
  const [row] = await readPledges(db, eq(pledges.publicId, publicId));
  return row ? readablePledge(db, row) : null;
}

/** Finds a pledge with its holding, for who holds the link emailed to its person. */
export async function findOwnPledge(
  db: DbOrTx,
  keys: Keys,
  publicId: string,
): Promise<PledgeWithHolding | null> {
  const [row] = await readPledges(db, eq(pledges.publicId, publicId));
  return row ? { ...(await readablePledge(db, row)), ...opened(keys, row.pledge) } : null;
}

/**
 * Lists one person's pledges, decrypted, for that person only: for each series the version in force, else the
 * newest, and an unconfirmed one next to it.
 */
export async function listPledgesOf(
  db: DbOrTx,
  keys: Keys,
  supporterId: number,
): Promise<PledgeWithHolding[]> {
  const rows = await readPledges(db, eq(pledges.supporterId, supporterId));
  const counts = (status: string) => status === "active" || status === "flagged";
  const kept = rows.filter(({ pledge }) => {
    if (counts(pledge.status) || pledge.status === "email_pending") return true;
    const others = rows.filter((row) => row.pledge.series === pledge.series);
    return (
      !others.some((row) => counts(row.pledge.status)) &&
      others.every((row) => row.pledge.version <= pledge.version || row.pledge.status === "email_pending")
    );
  });
  return Promise.all(
    kept.map(async (row) => ({ ...(await readablePledge(db, row)), ...opened(keys, row.pledge) })),
  );
}

type Whose = { supporterId: number; campaignId: number; meetingId: number; kind?: PledgeKind };

/** Finds a person's pledge for a meeting, decrypted, for that person only: a direct holding first. */
export async function findActivePledge(
  db: DbOrTx,
  keys: Keys,
  { supporterId, campaignId, meetingId, kind }: Whose,
): Promise<PledgeWithHolding | null> {
  const [row] = await readPledges(
    db,
    and(
      eq(pledges.supporterId, supporterId),
      eq(pledges.campaignId, campaignId),
      eq(pledges.meetingId, meetingId),
      inArray(pledges.status, ["active", "flagged"]),
      kind && eq(pledges.kind, kind),
    ),
  );
  return row ? { ...(await readablePledge(db, row)), ...opened(keys, row.pledge) } : null;
}

/** Counts confirmed holders, themselves or for others, without funds' holders: live. */
export async function countHolders(db: DbOrTx, campaignId: number, meetingId: number): Promise<number> {
  const [row] = await db.execute<{ holders: number }>(sql`
    select coalesce(sum(holders), 0)::int as holders from pledge_totals
    where campaign_id = ${campaignId} and meeting_id = ${meetingId} and kind <> 'fund'
      and ballot_item_id is null`);
  return row?.holders ?? 0;
}

async function readPledges(db: DbOrTx, which: ReturnType<typeof and>) {
  return db
    .select({
      pledge: pledges,
      supporterPublicId: supporters.publicId,
      ...personOf(pledges),
      email: supporters.email,
      locale: supporters.locale,
      campaign: campaigns.slug,
      title: campaigns.title,
      company: companyName(supporters.locale),
      companyId: targets.id,
      /** What identifies its company, if it is not the campaign's first. */
      otherCompany: sql<string | null>`case when ${targets.id} <> ${campaigns.targetId}
        then ${targets.slug} end`,
    })
    .from(pledges)
    .innerJoin(supporters, eq(supporters.id, pledges.supporterId))
    .innerJoin(campaigns, eq(campaigns.id, pledges.campaignId))
    .innerJoin(meetings, eq(meetings.id, pledges.meetingId))
    .innerJoin(targets, eq(targets.id, meetings.targetId))
    .where(which)
    .orderBy(asc(pledges.kind), desc(pledges.version));
}

/** The holding of a row; `unreadable` if its key is gone or it was damaged. */
const opened = (
  keys: Keys,
  row: typeof pledges.$inferSelect,
): { holding: Holding | null; unreadable: boolean } =>
  canOpen(keys, row)
    ? { holding: decryptHolding(keys, row), unreadable: false }
    : { holding: null, unreadable: true };

async function readablePledge(
  db: DbOrTx,
  { pledge, ...of }: Awaited<ReturnType<typeof readPledges>>[number],
) {
  const {
    sharesEnc: _shares,
    bucketEnc: _bucket,
    keyId: _key,
    typedName: _name,
    typedCountry: _country,
    heldSinceMonth,
    accountFlags,
    ...rest
  } = pledge;
  const meeting = await findMeeting(db, pledge);
  if (!meeting) throw new Error("a pledge is for a meeting of another company than its campaign's");
  const intentions = await db
    .select({ item: pledgeIntentions.ballotItemId, intention: pledgeIntentions.intention })
    .from(pledgeIntentions)
    .where(eq(pledgeIntentions.pledgeId, pledge.id))
    .orderBy(asc(pledgeIntentions.ballotItemId));
  const willing = await db
    .select({ willing: pledgeWilling.willing })
    .from(pledgeWilling)
    .where(eq(pledgeWilling.pledgeId, pledge.id))
    .orderBy(asc(pledgeWilling.willing));
  return {
    ...rest,
    ...of,
    /** `YYYY-MM` */
    heldSinceMonth: heldSinceMonth?.slice(0, 7) ?? null,
    accountFlags: accountFlags as AccountFlag[],
    intentions,
    willing: willing.map((row) => row.willing),
    meeting,
  };
}
