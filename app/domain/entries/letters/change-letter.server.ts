import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { letterConsentVersion, type SelfSentWay } from "./letter.ts";
import { lockLetter } from "./lock-letter.server.ts";

type Owned = { supporterId: number; publicId: string };

/** Changes who may read a person's own letter and, until handover, whether the company may reply. */
export async function changeLetter(
  db: Db,
  {
    display,
    replyTo,
    locale,
    ...owned
  }: Owned & { display: SignatureDisplay; replyTo: boolean; locale: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const letter = await lockOwned(tx, owned);
    if (!letter) return;
    const hidden = display === "anonymous";
    // An organizer who published it by initials has not reviewed the full name.
    const tellsMore = letter.display === "initials" && display === "public";
    const publication = hidden
      ? "private"
      : letter.publication === "private" || (letter.publication === "published" && tellsMore)
        ? "awaiting"
        : letter.publication;
    const mayAnswer = letter.handedOverAt === null ? replyTo : letter.replyTo;
    await tx
      .update(letters)
      .set({ display, publication, replyTo: mayAnswer })
      .where(eq(letters.id, letter.id));
    const isPublic = !hidden || (await isNamedInPublic(tx, letter));
    const { supporterId, campaignId, companyId } = letter;
    const granted = [
      ...(isPublic ? (["public_name"] as const) : []),
      ...(mayAnswer ? (["reply_to"] as const) : []),
    ];
    const asked = ["public_name", "reply_to"] as const;
    const terms = { textVersion: letterConsentVersion, locale, granted, asked };
    await setConsents(tx, { supporterId, campaignId, companyId, ...terms }, now);
  });
}

/** Notes what a writer says of having sent their letter themselves; null takes it back. Nobody checks it. */
export async function reportSelfSent(
  db: Db,
  { way, ...owned }: Owned & { way: SelfSentWay | null },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const letter = await lockOwned(tx, owned);
    if (!letter) return;
    const isNamed =
      way === null ? { selfSentAt: null, selfSentWay: null } : { selfSentAt: now, selfSentWay: way };
    await tx
      .update(letters)
      .set(isNamed)
      .where(and(eq(letters.id, letter.id), way === null ? undefined : isNull(letters.selfSentAt)));
  });
}

/** Ends a letter writer's news of the campaign, in any state of the letter. */
export async function unsubscribeWriter(
  db: Db,
  { supporterId, publicId }: Owned,
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const letter = await lockLetter(tx, publicId);
    if (letter?.supporterId !== supporterId) return;
    const { campaignId } = letter;
    const terms = { textVersion: letterConsentVersion, locale: "en", granted: [] };
    await setConsents(tx, { supporterId, campaignId, ...terms, asked: ["updates"] }, now);
  });
}

/** A person's own confirmed letter, neither withdrawn nor refused. */
async function lockOwned(tx: Tx, { supporterId, publicId }: Owned) {
  const known = await lockLetter(tx, publicId);
  if (known?.supporterId !== supporterId) return null;
  const isLive = notInArray(letters.state, ["email_pending", "withdrawn", "refused"]);
  return (await tx.$count(letters, and(eq(letters.id, known.id), isLive))) > 0 ? known : null;
}
