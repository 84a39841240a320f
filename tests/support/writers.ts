import { randomBytes } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { confirmLetter } from "#app/domain/letters/confirm-letter.server.ts";
import type { LetterTold } from "#app/domain/letters/letter.ts";
import { type LetterInput, writeLetter } from "#app/domain/letters/write-letter.server.ts";
import { canonicalAddress, parseAddress } from "#app/domain/supporters/address.ts";
import type { Db } from "#db/index.ts";
import { letters, supporters } from "#db/schema/index.ts";
import { testKeys } from "./builders.ts";

/** A letter that tells nothing but its words. */
export const written = (values: Partial<LetterTold> = {}): LetterTold => ({
  ...{ role: "customer", body: "I ask you to end these agreements.", shares: null },
  ...{ replyTo: false, display: "anonymous" },
  ...values,
});

/** What a filled form becomes. */
export function aLetterInput(
  campaign: { id: number },
  values: Partial<LetterInput> & { to?: string } = {},
): LetterInput {
  const { to = `writer-${randomBytes(5).toString("hex")}@example.org`, ...rest } = values;
  const address = parseAddress(to);
  if (address === null) throw new Error(`not an address: ${to}`);
  return {
    ...{ campaign, name: "Walter Writer", country: "US", locale: "en", told: written() },
    email: { address, canonical: canonicalAddress(address) },
    consents: ["letter", "deliver_to_company"],
    ...rest,
  };
}

/** The newest letter of this address. */
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
  await confirmLetter(db, (await newestLetter(db, input)).publicId, now);
  return { input, letter: await newestLetter(db, input) };
}
