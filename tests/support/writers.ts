import { randomBytes } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import type { LetterAnswers } from "#app/domain/entries/letters/letter.ts";
import { type LetterInput, writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import type { Db } from "#db/index.ts";
import { letterDispatches, letters, supporters } from "#db/schema/index.ts";
import { storeRow, testKeys } from "./builders.ts";
import { aRecipient } from "./letters.ts";

/** Answers with words and nothing else. */
export const written = (values: Partial<LetterAnswers> = {}): LetterAnswers => ({
  role: "customer",
  body: "I ask you to end these agreements.",
  shares: null,
  replyTo: false,
  display: "anonymous",
  ...values,
});

/** Returns a filled form's input. */
export function aLetterInput(
  campaign: { id: number },
  values: Partial<LetterInput> & { to?: string } = {},
): LetterInput {
  const { to = `writer-${randomBytes(5).toString("hex")}@example.org`, ...rest } = values;
  const address = parseAddress(to);
  if (address === null) throw new Error(`not an address: ${to}`);
  return {
    campaign,
    name: "Walter Writer",
    country: "US",
    locale: "en",
    answers: written(),
    email: { address, canonical: canonicalAddress(address) },
    consents: ["letter", "deliver_letter"],
    ...rest,
  };
}

/** Finds the newest letter of an address. */
export async function newestLetter(db: Db, input: Pick<LetterInput, "email">) {
  const [newest] = await db
    .select({ letter: letters })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(supporters.emailCanonical, input.email.canonical))
    .orderBy(desc(letters.id))
    .limit(1);
  if (!newest) throw new Error("this address has written nothing");
  return newest.letter;
}

/** Writes a letter and confirms it, as a person does. */
export async function aWriter(
  db: Db,
  campaign: { id: number },
  values: Partial<LetterInput> & { to?: string } = {},
  now = new Date(),
) {
  const input = aLetterInput(campaign, values);
  await writeLetter(db, testKeys, input, now);
  await confirmLetter(db, testKeys, (await newestLetter(db, input)).publicId, now);
  return { input, letter: await newestLetter(db, input) };
}

/** Makes a waiting dispatch to its own recipient. */
export async function aDispatch(db: Db, campaign: { id: number }) {
  const recipient = await aRecipient(db, campaign, {
    email: `${randomBytes(5).toString("hex")}@company.example`,
  });
  return storeRow(db, letterDispatches, {
    campaignId: campaign.id,
    kind: "consolidated",
    recipientId: recipient.id,
    subject: "Letters",
    body: "We enclose {letters} letters.",
    number: sql`(select coalesce(max(number), 0) + 1 from letter_dispatches
          where campaign_id = ${campaign.id})`,
  });
}

type HandedOver = { at: Date; state?: "filed" | "sent" | "accepted" | "bounced" | "unknown" };

/** Marks letters as a dispatch does once sent. */
export async function handOver(
  db: Db,
  campaign: { id: number },
  included: readonly { id: number }[],
  { at, state = "sent" }: HandedOver,
) {
  const dispatch = await aDispatch(db, campaign);
  for (const { id } of included) {
    await db
      .update(letters)
      .set({ state, dispatchId: dispatch.id, handedOverAt: at, sentSha256: Buffer.alloc(32, 1) })
      .where(eq(letters.id, id));
  }
  return dispatch;
}
