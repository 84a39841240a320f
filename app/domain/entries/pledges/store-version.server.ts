import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledgeIntentions, pledges, pledgeWilling } from "#db/schema/index.ts";
import { sealHolding } from "./holding.server.ts";
import { disclosureVersion, type PledgeTold } from "./pledge.ts";

type Version = {
  campaignId: number;
  supporterId: number;
  meetingId: number;
  told: PledgeTold;
  agreed: readonly ConsentPurpose[];
  saidName: string | null;
  saidCountry: string | null;
};

/** What there is of one person's pledge of one kind for one meeting. Call it with the person locked. */
export async function findSeries(
  tx: Tx,
  { campaignId, supporterId, meetingId, told }: Omit<Version, "agreed" | "saidName" | "saidCountry">,
) {
  const rows = await tx
    .select()
    .from(pledges)
    .where(
      and(
        eq(pledges.campaignId, campaignId),
        eq(pledges.supporterId, supporterId),
        eq(pledges.meetingId, meetingId),
        eq(pledges.kind, told.kind),
      ),
    )
    .orderBy(pledges.version);
  return {
    series: rows[0]?.series ?? randomUUID(),
    nextVersion: (rows.at(-1)?.version ?? 0) + 1,
    /** Newest first. */
    unconfirmed: rows.filter(({ status }) => status === "email_pending").reverse(),
    /** False once its person asked for no more reminders, whatever version they asked it for. */
    reminders: rows.at(-1)?.reminders ?? true,
  };
}

type Place = { series: string; version: number; reminders: boolean };

/** Inserts the next version, unconfirmed. */
export async function insertVersion(
  tx: Tx,
  keys: Keys,
  { campaignId, supporterId, meetingId, told, agreed, saidName, saidCountry }: Version,
  place: Place,
  now: Date,
) {
  const publicId = randomUUID();
  const [row] = await tx
    .insert(pledges)
    .values({
      campaignId,
      supporterId,
      meetingId,
      kind: told.kind,
      publicId,
      ...place,
      ...toldColumns(keys, publicId, told, now),
      agreed: [...agreed],
      saidName,
      saidCountry,
      createdAt: now,
    })
    .returning();
  if (!row) throw new Error("a pledge was not stored");
  await insertDetails(tx, row, told);
  return row;
}

/** Lets an unconfirmed version wait as long again, once a mail has gone out that says the same. */
export async function renewPending(tx: Tx, { id }: { id: number }, now: Date): Promise<void> {
  await tx
    .update(pledges)
    .set(waitingFrom(now))
    .where(and(eq(pledges.id, id), eq(pledges.status, "email_pending")));
}

/** The mailed link is made of id and time, and expires by it. */
const waitingFrom = (now: Date) => ({ createdAt: now, remindedAt: null });

const toldColumns = (keys: Keys, publicId: string, told: PledgeTold, now: Date) => ({
  holdingForm: told.holdingForm,
  ...sealHolding(keys, publicId, told.holding),
  heldSinceMonth: told.heldSinceMonth && `${told.heldSinceMonth}-01`,
  tenureBucket: told.tenureBucket,
  accountFlags: [...told.accountFlags],
  heldOnRecordDate: told.heldOnRecordDate,
  standingInstruction: told.standingInstruction,
  display: told.display,
  comment: told.comment,
  // A form that waited since before it was asked for has none.
  fundManager: told.fundManager ?? null,
  disclosureVersion,
  attestedAt: now,
});

async function insertDetails(tx: Tx, pledge: typeof pledges.$inferSelect, told: PledgeTold): Promise<void> {
  const { id: pledgeId, meetingId, kind } = pledge;
  for (const { item, intention } of told.intentions) {
    await tx.insert(pledgeIntentions).values({ pledgeId, meetingId, kind, ballotItemId: item, intention });
  }
  for (const willing of told.willing) {
    await tx.insert(pledgeWilling).values({ pledgeId, willing }).onConflictDoNothing();
  }
}
