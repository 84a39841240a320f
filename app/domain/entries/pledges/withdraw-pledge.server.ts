import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { findCompanyOfMeeting } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { consentTextVersion } from "#app/domain/entries/signatures/signature.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { coFilers, pledges } from "#db/schema/index.ts";
import { endPledge } from "./end-pledge.server.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";
import { planReminders } from "./stop-reminders.server.ts";
import { noSnapshot } from "./undo-snapshot.server.ts";

/**
 * Withdraws a person's own pledge, also if the page showed an older version: totals and reminders follow at
 * once.
 */
export async function withdrawPledge(
  db: Db,
  keys: Keys,
  { supporterId, publicId }: { supporterId: number; publicId: string },
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-active" }> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    if (known?.supporterId !== supporterId) return { outcome: "not-active" };
    return {
      outcome: (await withdrawLockedPledge(tx, keys, known.series, now)) ? "withdrawn" : "not-active",
    };
  });
}

/** Withdraws for a locked person, with an unconfirmed version too. False if none was in force. */
export async function withdrawLockedPledge(tx: Tx, keys: Keys, series: string, now: Date): Promise<boolean> {
  const pledge = await findInForce(tx, series);
  if (!pledge) return false;
  await endPledge(tx, keys, pledge, "withdrawn", now);
  await tx
    .update(pledges)
    .set(noSnapshot)
    .where(and(eq(pledges.series, series), isNotNull(pledges.keptUntil)));
  await deletePending(tx, series);
  await tx.delete(coFilers).where(eq(coFilers.series, series));
  const { supporterId, campaignId } = pledge;
  const companyId = await findCompanyOfMeeting(tx, pledge.meetingId);
  if (!(await pledgesElse(tx, { supporterId, campaignId, companyId }))) {
    const about = { supporterId, campaignId, companyId, textVersion: consentTextVersion, locale: "en" };
    await setConsents(tx, { ...about, granted: [], asked: ["pledge", "contact_cofile"] }, now);
  }
  await planReminders(tx, keys, series, now);
  return true;
}

const deletePending = (tx: Tx, series: string) =>
  tx.delete(pledges).where(and(eq(pledges.series, series), eq(pledges.status, "email_pending")));

type Pledging = { supporterId: number; campaignId: number; companyId: number };

/** Returns whether the person has another pledge at this company, of another kind or meeting. */
async function pledgesElse(tx: Tx, { supporterId, campaignId, companyId }: Pledging) {
  const others = and(
    sql`exists (select from meetings m where m.id = ${pledges.meetingId} and m.target_id = ${companyId})`,
    eq(pledges.supporterId, supporterId),
    eq(pledges.campaignId, campaignId),
    inArray(pledges.status, ["active", "flagged"]),
  );
  return (await tx.$count(pledges, others)) > 0;
}
