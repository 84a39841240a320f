import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { mailsPerDay } from "../deliveries/delivery.ts";
import { queueDelivery } from "../deliveries/queue-delivery.server.ts";
import { confirmationsPerDay } from "../signatures/signature.ts";
import type { ConsentPurpose } from "../supporters/consent.ts";
import { lockPerson, mayRename, rename, type Who } from "../supporters/lock-person.server.ts";
import type { LetterTold } from "./letter.ts";
import { findUnderWay } from "./lock-letter.server.ts";
import { findTooRecent } from "./next-letter.server.ts";
import { canOpenShares, openShares, sealShares } from "./shares.server.ts";

export type LetterInput = Who & {
  campaign: { id: number };
  told: LetterTold;
  consents: readonly ConsentPurpose[];
};

/**
 * Records a letter as unconfirmed and asks the owner of the address to confirm it. Nothing counts, no consent is given
 * and no letter is delivered before that.
 *
 * A mailed link confirms only what its mail described: while a letter waits, a form that says the same is a resend, and
 * one that says something else is taken only together with a new mail, whose link then is the only one. A person has
 * one letter under way, and after a delivery another only a week later: till then only a mail says so.
 *
 * Returns nothing: a visitor must not learn who has written.
 */
export async function writeLetter(
  db: DbOrTx,
  keys: Keys,
  input: LetterInput,
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, input, now);
    const whose = { campaignId: input.campaign.id, supporterId: person.id };
    const underWay = await findUnderWay(tx, whose);
    const pending = underWay?.state === "email_pending" ? underWay : null;
    const standing = pending ? null : (underWay ?? (await findTooRecent(tx, whose, now)));
    if (standing) {
      await queueDelivery(tx, { ...whose, letterId: standing.id, template: "already-written" }, now);
      return;
    }

    const renamed = await mayRename(tx, person, input, { letter: pending?.id });
    const same = pending !== null && !renamed && saysTheSame(keys, pending, input);
    const stored = pending ?? (await insertLetter(tx, keys, { ...whose, ...input }, now));
    const mailed = await queueDelivery(
      tx,
      {
        ...{ ...whose, letterId: stored.id, template: "confirm-letter", anew: !same },
        atMostPerDay: person.confirmedAt === null ? confirmationsPerDay : mailsPerDay,
      },
      now,
    );
    if (!mailed) return;
    if (renamed) await rename(tx, person, input);
    if (pending) await (same ? renew(tx, pending, now) : rewrite(tx, keys, pending, input, now));
  });
}

type Row = typeof letters.$inferSelect;
type Said = Pick<LetterInput, "told" | "locale" | "consents">;

const toldColumns = (keys: Keys, publicId: string, { told, locale, consents }: Said) => ({
  ...{ role: told.role, body: told.body, replyTo: told.replyTo, display: told.display },
  ...sealShares(keys, publicId, told.shares),
  ...{ locale, agreed: [...consents] },
});

/** The mailed link is made of id and time, and expires by it. */
const waitingFrom = (now: Date) => ({ createdAt: now, remindedAt: null });

async function insertLetter(
  tx: Tx,
  keys: Keys,
  { campaignId, supporterId, ...said }: Said & { campaignId: number; supporterId: number },
  now: Date,
) {
  const publicId = randomUUID();
  const [row] = await tx
    .insert(letters)
    .values({ publicId, campaignId, supporterId, ...toldColumns(keys, publicId, said), createdAt: now })
    .returning({ id: letters.id });
  if (!row) throw new Error("a letter was not stored");
  return row;
}

const stillPending = ({ id }: Row) => and(eq(letters.id, id), eq(letters.state, "email_pending"));

/** Lets a letter wait as long again, once a mail has gone out that says the same. */
const renew = (tx: Tx, pending: Row, now: Date) =>
  tx.update(letters).set(waitingFrom(now)).where(stillPending(pending));

/** Writes a letter anew, under a new public id: a link that was mailed before opens nothing. */
async function rewrite(tx: Tx, keys: Keys, pending: Row, said: Said, now: Date) {
  const publicId = randomUUID();
  await tx
    .update(letters)
    .set({ publicId, ...toldColumns(keys, publicId, said), ...waitingFrom(now) })
    .where(stillPending(pending));
}

/** True where a form says of a letter exactly what is stored, the consents included. */
function saysTheSame(keys: Keys, stored: Row, { told, locale, consents }: Said): boolean {
  if (!canOpenShares(keys, stored)) return false;
  const agreed = (purposes: readonly string[]) => [...new Set(purposes)].sort().join();
  return [
    stored.body === told.body,
    stored.role === told.role,
    openShares(keys, stored) === told.shares,
    stored.replyTo === told.replyTo,
    stored.display === told.display,
    stored.locale === locale,
    agreed(stored.agreed) === agreed(consents),
  ].every(Boolean);
}
