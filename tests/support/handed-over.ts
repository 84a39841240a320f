import { createHash } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { letterDispatches, letterParts, letters, outbox } from "#db/schema/index.ts";
import { aRecipient } from "./letters.ts";

/** Makes a digest for a number. */
export const sha = (of: number) => createHash("sha256").update(`handed over ${of}`).digest();

type HandedOver = {
  letterIds: number[];
  companyId?: number;
  number?: number;
  startedAt?: Date;
  kind?: "consolidated" | "individual";
  mail?: Partial<typeof outbox.$inferInsert>;
  more?: Partial<typeof outbox.$inferInsert>[];
};

/**
 * Makes a dispatch sent with these letters in one email; `mail`: what became of it. `more`: further emails
 * with two names each.
 */
export async function aHandedOver(
  db: Db,
  campaign: { id: number },
  {
    letterIds,
    companyId,
    number = 1,
    startedAt = new Date("2026-10-12T09:00:00Z"),
    kind = "consolidated",
    mail,
    more = [],
  }: HandedOver,
) {
  const recipient = await aRecipient(db, campaign, {
    email: `ir-${number}@company.example`,
    ...(companyId && { companyId }),
  });
  const [dispatch] = await db
    .insert(letterDispatches)
    .values({
      campaignId: campaign.id,
      companyId: recipient.companyId,
      number,
      kind,
      state: "sent",
      recipientId: recipient.id,
      subject: "Letters",
      body: "We enclose {letters} letters.",
      submittedAt: startedAt,
      approvedAt: startedAt,
      approvedAlone: true,
      approvedSha256: sha(7),
      startedAt,
      finishedAt: startedAt,
      recipientName: recipient.name,
      recipientEmail: recipient.email,
    })
    .returning();
  if (!dispatch) throw new Error("no dispatch was stored");
  const handedOver = {
    state: "queued",
    dispatchId: dispatch.id,
    sentSha256: sha(9),
    handedOverAt: startedAt,
  };
  if (letterIds.length > 0) {
    await db
      .update(letters)
      .set({ ...handedOver, state: "queued" })
      .where(inArray(letters.id, letterIds));
  }
  for (const [place, became] of [{ ...mail }, ...more].entries()) {
    const ids = place === 0 ? letterIds : [];
    const [part] = await db
      .insert(letterParts)
      .values({
        dispatchId: dispatch.id,
        part: place + 1,
        letterIds: ids,
        signatureIds: ids.length > 0 ? [] : [1, 2],
        letters: ids.length,
        names: 2,
        frozenAt: startedAt,
        mailSha256: sha(number + place),
        textSha256: sha(2),
        fileSha256s: sql`array[${sha(3)}, ${sha(4)}]::bytea[]`,
      })
      .returning();
    const [email] = await db
      .insert(outbox)
      .values({
        template: "letter-part",
        campaignId: campaign.id,
        letterPartId: part?.id ?? 0,
        letterRecipientId: recipient.id,
      })
      .returning();
    if (!email) throw new Error("no mail was stored");
    await db
      .update(outbox)
      .set({ state: "delivered", transport: "resend", ...became })
      .where(eq(outbox.id, email.id));
  }
  return dispatch;
}
