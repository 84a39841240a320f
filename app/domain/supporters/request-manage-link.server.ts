import { eq, type SQL } from "drizzle-orm";
import { linksPerDay } from "#app/domain/queue/email.ts";
import { getsNoMail } from "#app/domain/queue/find-suppressed.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { supporters } from "#db/schema/index.ts";
import { isMailbox } from "./is-mailbox.ts";

/**
 * Emails a new manage link to a known address. Returns nothing: the page says the same for every address. It
 * says that a link is on its way or was emailed within a day, and that is true: requests of strangers only
 * use up these links, and any link sent instead is still fresh enough to download or erase.
 */
export async function requestManageLink(
  db: DbOrTx,
  { canonical }: { canonical: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const person of await lock(tx, isMailbox(supporters.emailCanonical, canonical)))
      await queueLink(tx, person.id, linksPerDay.byAddress, now);
  });
}

/** `has-one`: one is queued, or today's limit is reached. `suppressed`: the address gets no email. */
export type FreshLink = { outcome: "mailed" | "has-one" | "suppressed" | "gone" };

/** Emails a fresh link to the person of an earlier one, of any age. Strangers cannot use up this limit. */
export async function requestFreshLink(
  db: Db,
  keys: Keys,
  { publicId }: { publicId: string },
  now = new Date(),
): Promise<FreshLink> {
  return db.transaction(async (tx) => {
    const [person] = await lock(tx, eq(supporters.publicId, publicId));
    if (!person) return { outcome: "gone" };
    if (await getsNoMail(tx, keys, person.email)) return { outcome: "suppressed" };
    return { outcome: (await queueLink(tx, person.id, linksPerDay.byLink, now)) ? "mailed" : "has-one" };
  });
}

const lock = (tx: Tx, which: SQL) =>
  tx
    .select({ id: supporters.id, email: supporters.email })
    .from(supporters)
    .where(which)
    .orderBy(supporters.id)
    .for("update");

const queueLink = (tx: Tx, supporterId: number, atMostPerDay: number, now: Date) =>
  queueSupporterEmail(
    tx,
    { supporterId, campaignId: null, template: "manage-link", limit: "own", atMostPerDay },
    now,
  );
