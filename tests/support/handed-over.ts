import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { letterDispatches, letterParts, letters, outbox } from "#db/schema/index.ts";
import { changeRows, storeRow } from "./builders.ts";
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
  const dispatch = await storeRow(db, letterDispatches, {
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
  });
  const handedOver = {
    state: "queued",
    dispatchId: dispatch.id,
    sentSha256: sha(9),
    handedOverAt: startedAt,
  };
  if (letterIds.length > 0) {
    await changeRows(db, letters, inArray(letters.id, letterIds), { ...handedOver, state: "queued" });
  }
  for (const [place, became] of [{ ...mail }, ...more].entries()) {
    const ids = place === 0 ? letterIds : [];
    const part = await storeRow(db, letterParts, {
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
    });
    const email = await storeRow(db, outbox, {
      template: "letter-part",
      campaignId: campaign.id,
      letterPartId: part.id,
      letterRecipientId: recipient.id,
    });
    await changeRows(db, outbox, email.id, { state: "delivered", transport: "resend", ...became });
  }
  return dispatch;
}
