import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { mailsPerDay } from "../deliveries/delivery.ts";
import { queueDelivery } from "../deliveries/queue-delivery.server.ts";
import { confirmationsPerDay } from "../signatures/signature.ts";
import type { ConsentPurpose } from "../supporters/consent.ts";
import { lockPerson, mayRename, rename } from "../supporters/lock-person.server.ts";
import type { PledgeTold } from "./pledge.ts";
import { saysTheSame } from "./same-version.server.ts";
import { findSeries, insertVersion, renewPending, rewritePending } from "./store-version.server.ts";

export type PledgeInput = {
  campaign: { id: number };
  meetingId: number;
  name: string;
  email: { address: string; canonical: string };
  country: string;
  told: PledgeTold;
  locale: string;
  consents: readonly ConsentPurpose[];
};

/**
 * Records what a form says as an unconfirmed version and asks the owner of the address to confirm it. Nothing
 * counts, no consent is given and no pledge in force is touched before that.
 *
 * A mailed link confirms only what its mail described: while one form waits, another that says the same is a resend,
 * and one that says something else is taken only together with a new mail, whose link then is the only one.
 *
 * Returns nothing: a visitor must not learn who holds shares, so only the owner of the address is told.
 */
export async function pledge(db: DbOrTx, keys: Keys, input: PledgeInput, now = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, input, now);
    const about = { campaignId: input.campaign.id, supporterId: person.id, meetingId: input.meetingId };
    const version = { ...about, told: input.told, agreed: input.consents };
    const { series, nextVersion, pending, reminders } = await findSeries(tx, version);
    const place = { series, version: nextVersion, reminders };
    const renamed = await mayRename(tx, person, input, { pledge: pending?.id });
    const same = pending !== null && !renamed && (await saysTheSame(tx, keys, pending, version));
    const stored = pending ?? (await insertVersion(tx, keys, version, place, now));

    const mailed = await queueDelivery(
      tx,
      {
        ...{ campaignId: about.campaignId, supporterId: person.id, pledgeId: stored.id },
        template: "confirm-pledge",
        atMostPerDay: person.confirmedAt === null ? confirmationsPerDay : mailsPerDay,
        anew: !same,
      },
      now,
    );
    if (!mailed) return;
    if (renamed) await rename(tx, person, input);
    if (pending)
      await (same ? renewPending(tx, pending, now) : rewritePending(tx, keys, pending, version, now));
  });
}
