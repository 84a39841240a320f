import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { keepCompanies } from "#app/domain/campaign/company/keep-companies.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledgeIntentions, pledges, pledgeWilling } from "#db/schema/index.ts";
import { sealHolding } from "./holding.server.ts";
import { disclosureVersion, type PledgeAnswers } from "./pledge.ts";

type Version = {
  campaignId: number;
  supporterId: number;
  meetingId: number;
  answers: PledgeAnswers;
  agreed: readonly ConsentPurpose[];
  typedName: string | null;
  typedCountry: string | null;
};

/** Finds one person's pledge of one kind for one meeting. Call it with the person locked. */
export async function findSeries(
  tx: Tx,
  { campaignId, supporterId, meetingId, answers }: Omit<Version, "agreed" | "typedName" | "typedCountry">,
) {
  const rows = await tx
    .select()
    .from(pledges)
    .where(
      and(
        eq(pledges.campaignId, campaignId),
        eq(pledges.supporterId, supporterId),
        eq(pledges.meetingId, meetingId),
        eq(pledges.kind, answers.kind),
      ),
    )
    .orderBy(pledges.version);
  return {
    series: rows[0]?.series ?? randomUUID(),
    nextVersion: (rows.at(-1)?.version ?? 0) + 1,
    /** Newest first. */
    unconfirmed: rows.filter(({ status }) => status === "email_pending").reverse(),
    /** False if the person stopped reminders, for any version. */
    reminders: rows.at(-1)?.reminders ?? true,
  };
}

type Place = { series: string; version: number; reminders: boolean };

export async function insertVersion(tx: Tx, keys: Keys, version: Version, place: Place, now: Date) {
  const [row] = await insertVersions(tx, keys, [{ version, place, at: now }]);
  if (!row) throw new Error("a pledge was not stored");
  return row;
}

/** Inserts unconfirmed versions of different people. Returns them in their order. */
export async function insertVersions(
  tx: Tx,
  keys: Keys,
  versions: readonly { version: Version; place: Place; at: Date }[],
) {
  const rows = versions.map(({ version, place, at }) => {
    const { campaignId, supporterId, meetingId, answers, agreed, typedName, typedCountry } = version;
    const publicId = randomUUID();
    return {
      campaignId,
      supporterId,
      meetingId,
      kind: answers.kind,
      publicId,
      ...place,
      ...answerColumns(keys, publicId, answers, at),
      agreed: [...agreed],
      typedName,
      typedCountry,
      createdAt: at,
    };
  });
  await keepCompanies(tx, rows, new Date());
  const stored = await tx.insert(pledges).values(rows).returning();
  const byPublicId = new Map(stored.map((pledge) => [pledge.publicId, pledge]));
  const inOrder = rows.map(({ publicId }, n) => {
    const pledge = byPublicId.get(publicId);
    const answers = versions[n]?.version.answers;
    if (!pledge || !answers) throw new Error("a pledge was not stored");
    return { pledge, answers };
  });
  await insertDetails(tx, inOrder);
  return inOrder.map(({ pledge }) => pledge);
}

/**
 * Extends the wait of an unconfirmed version for confirmation, once an email has gone out that says the same.
 */
export async function renewPending(tx: Tx, { id }: { id: number }, now: Date): Promise<void> {
  await tx
    .update(pledges)
    .set({
      ...waitingFrom(now),
      createdAt: sql`greatest(${pledges.createdAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(pledges.id, id), eq(pledges.status, "email_pending")));
}

/** The emailed link derives from id and time, and expires with it. */
const waitingFrom = (now: Date) => ({ createdAt: now, remindedAt: null });

const answerColumns = (keys: Keys, publicId: string, answers: PledgeAnswers, now: Date) => ({
  holdingForm: answers.holdingForm,
  ...sealHolding(keys, publicId, answers.holding),
  heldSinceMonth: answers.heldSinceMonth && `${answers.heldSinceMonth}-01`,
  tenureBucket: answers.tenureBucket,
  accountFlags: [...answers.accountFlags],
  heldOnRecordDate: answers.heldOnRecordDate,
  standingInstruction: answers.standingInstruction,
  display: answers.display,
  comment: answers.comment,
  // A form may have waited since before this question existed.
  fundManager: answers.fundManager ?? null,
  disclosureVersion,
  attestedAt: now,
});

async function insertDetails(
  tx: Tx,
  stored: readonly { pledge: typeof pledges.$inferSelect; answers: PledgeAnswers }[],
): Promise<void> {
  const intentions = stored.flatMap(({ pledge: { id: pledgeId, meetingId, kind }, answers }) =>
    answers.intentions.map(({ item, intention }) => ({
      pledgeId,
      meetingId,
      kind,
      ballotItemId: item,
      intention,
    })),
  );
  if (intentions.length > 0) await tx.insert(pledgeIntentions).values(intentions);
  const willing = stored.flatMap(({ pledge, answers }) =>
    answers.willing.map((what) => ({ pledgeId: pledge.id, willing: what })),
  );
  if (willing.length > 0) await tx.insert(pledgeWilling).values(willing).onConflictDoNothing();
}
