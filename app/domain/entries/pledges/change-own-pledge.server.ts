import { and, eq, inArray } from "drizzle-orm";
import { findCompanyOfMeeting } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { consentTextVersion } from "#app/domain/entries/signatures/signature.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { lockPledge } from "./lock-pledge.server.ts";
import { planReminders } from "./stop-reminders.server.ts";

type Owned = { supporterId: number; publicId: string; locale: string };

type Chosen = { asked: readonly ("contact_cofile" | "updates")[]; granted: readonly ConsentPurpose[] };

/** Gives or takes back, as asked, the consents that go with a person's own pledge, in its campaign. */
export async function changePledgeConsents(
  db: Db,
  keys: Keys,
  { asked, granted, ...owned }: Owned & Chosen,
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const pledge = await lockOwned(tx, owned);
    if (!pledge) return;
    const companyId = await findCompanyOfMeeting(tx, pledge.meetingId);
    const about = { ...pledge, companyId, textVersion: consentTextVersion, locale: owned.locale };
    await setConsents(tx, { ...about, granted, asked }, now);
    if (!asked.includes("contact_cofile")) return;
    // Co-filing reminders of every pledge in the campaign depend on it.
    const inForce = await tx
      .select({ series: pledges.series })
      .from(pledges)
      .where(and(ofCampaign(pledge), inArray(pledges.status, ["active", "flagged"])));
    for (const { series } of inForce) await planReminders(tx, keys, series, now);
  });
}

/** Hides a person's pledge. The consent `public_name` ends, unless another entry shows their name. */
export async function hidePledge(db: Db, owned: Owned, now = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const pledge = await lockOwned(tx, owned);
    if (!pledge) return;
    await tx.update(pledges).set({ display: "anonymous" }).where(eq(pledges.series, pledge.series));
    if (await isNamedInPublic(tx, pledge)) return;
    const about = { ...pledge, textVersion: consentTextVersion, locale: owned.locale };
    await setConsents(tx, { ...about, granted: [], asked: ["public_name"] }, now);
  });
}

type Whose = { supporterId: number; campaignId: number };

const ofCampaign = ({ supporterId, campaignId }: Whose) =>
  and(eq(pledges.supporterId, supporterId), eq(pledges.campaignId, campaignId));

async function lockOwned(tx: Tx, { supporterId, publicId }: Owned) {
  const known = await lockPledge(tx, publicId);
  if (known?.supporterId !== supporterId) return null;
  return { supporterId, campaignId: known.campaignId, meetingId: known.meetingId, series: known.series };
}
