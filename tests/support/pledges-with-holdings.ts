import { randomUUID } from "node:crypto";
import { sealHolding } from "#app/domain/entries/pledges/holding.server.ts";
import type { Holding, Willingness } from "#app/domain/entries/pledges/pledge.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Db } from "#db/index.ts";
import { consents, type pledges, pledgeWilling, supporters } from "#db/schema/index.ts";
import { firstOf, testKeys } from "./builders.ts";
import { aPledge } from "./pledges.ts";

type Values = {
  name?: string;
  email?: string;
  /** The id of someone who pledged before. */
  supporterId?: number;
  holding?: Holding | null;
  willing?: readonly Willingness[];
  consents?: readonly ConsentPurpose[];
} & Partial<typeof pledges.$inferInsert>;

let pledged = 0;

/** Stores a confirmed pledge whose holding can be opened, later than the one before. */
export async function aPledgeWithHolding(
  db: Db,
  about: { campaign: { id: number }; meeting: { id: number } },
  { name = "Hanna Holder", holding, willing = [], consents: agreed = ["pledge"], ...values }: Values = {},
) {
  const { email = `holder-${randomUUID()}@example.org`, supporterId: known, ...rest } = values;
  const at = rest.createdAt ?? new Date(Date.UTC(2026, 9, 2, 0, 0, pledged++));
  const supporterId = known ?? (await aSupporter(db, { name, email, at }));
  const publicId = rest.publicId ?? randomUUID();
  const sealed = rest.kind === "fund" ? null : (holding ?? { shares: "120.5", bucket: null });
  const pending = rest.status === "email_pending";
  const pledge = await aPledge(
    db,
    { campaignId: about.campaign.id, meetingId: about.meeting.id, supporterId },
    {
      publicId,
      verification: pending ? "self_reported" : "email_confirmed",
      createdAt: at,
      attestedAt: at,
      confirmedAt: pending ? null : at,
      ...sealHolding(testKeys, publicId, sealed),
      ...(rest.status === "withdrawn" ? { withdrawnAt: at } : {}),
      ...rest,
    },
  );
  for (const each of willing) await db.insert(pledgeWilling).values({ pledgeId: pledge.id, willing: each });
  for (const purpose of agreed) {
    await db
      .insert(consents)
      .values({
        supporterId,
        campaignId: about.campaign.id,
        purpose,
        textVersion: "2026-11",
        locale: "en",
        grantedAt: at,
      })
      .onConflictDoNothing();
  }
  return pledge;
}

async function aSupporter(db: Db, { name, email, at }: { name: string; email: string; at: Date }) {
  const person = { name, email, emailCanonical: email, country: "US", createdAt: at, confirmedAt: at };
  const supporter = firstOf(await db.insert(supporters).values(person).returning({ id: supporters.id }));
  return supporter.id;
}
