import { randomBytes, randomUUID } from "node:crypto";
import type { Db } from "#db/index.ts";
import { ballotItems, meetings, pledges } from "#db/schema/index.ts";
import { storeRow } from "./builders.ts";

/** A year whose meeting is upcoming, on any day. */
export const nextYear = new Date().getUTCFullYear() + 1;

/** Announces a meeting. */
export async function aMeeting(db: Db, target: { targetId: number; zone?: string }, year = 2026) {
  return storeRow(db, meetings, {
    targetId: target.targetId,
    ...(target.zone && { zone: target.zone }),
    year,
    status: "announced",
    meetingOn: `${year}-12-05`,
  });
}

export async function aBallotItem(db: Db, meeting: { id: number }) {
  const [item] = await db
    .insert(ballotItems)
    .values({ meetingId: meeting.id, title: "Report on a sample", status: "on_ballot" })
    .returning();
  if (!item) throw new Error("no ballot item was stored");
  return item;
}

/** Fills the place of an encrypted holding. */
export const aCiphertext = (length = 44) => randomBytes(length);

/** Returns a direct holder's confirmed pledge, or, of kind `fund`, a fund holder's. */
export function pledgeValues(
  holder: { campaignId: number; supporterId: number; meetingId: number },
  values: Partial<typeof pledges.$inferInsert> = {},
): typeof pledges.$inferInsert {
  const holding = values.kind === "fund" ? {} : { sharesEnc: aCiphertext(), keyId: "0123abcd" };
  const at = new Date("2026-10-02T00:00:00Z");
  return {
    series: randomUUID(),
    ...holder,
    ...holding,
    kind: "direct",
    holdingForm: "broker",
    status: "active",
    disclosureVersion: "2026-11",
    attestedAt: at,
    createdAt: at,
    confirmedAt: at,
    ...values,
  };
}

export async function aPledge(db: Db, ...args: Parameters<typeof pledgeValues>) {
  const [pledge] = await db
    .insert(pledges)
    .values(pledgeValues(...args))
    .returning();
  if (!pledge) throw new Error("no pledge was stored");
  return pledge;
}
