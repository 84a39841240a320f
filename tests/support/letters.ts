import { randomUUID } from "node:crypto";
import type { Db } from "#db/index.ts";
import { consents, letterRecipients, letters, supporters } from "#db/schema/index.ts";
import { firstOf, storeRow } from "./builders.ts";

type LetterValues = {
  name?: string;
  email?: string;
  country?: string;
  /** An existing person's id. */
  supporterId?: number;
} & Partial<typeof letters.$inferInsert>;

let written = 0;

/** Stores a confirmed letter, later than the one before, whose writer agreed to its delivery. */
export async function aLetter(
  db: Db,
  campaign: { id: number },
  { name = "Walter Writer", email, country = "US", supporterId: known, ...values }: LetterValues = {},
) {
  const at = values.createdAt ?? new Date(Date.UTC(2026, 9, 5, 0, 0, written++));
  const supporterId = known ?? (await aWriter(db, { name, country, at, ...(email && { email }) }));
  const pending = values.state === "email_pending";
  const letter = await storeRow(db, letters, {
    campaignId: campaign.id,
    supporterId,
    state: "confirmed",
    locale: "en",
    createdAt: at,
    body: "I ask you to end these agreements.",
    confirmedAt: pending ? null : at,
    ...values,
  });
  if (pending) return letter;
  const agreed = {
    supporterId,
    campaignId: campaign.id,
    companyId: letter.companyId,
    textVersion: "2026-11",
  };
  await db
    .insert(consents)
    .values(
      (["letter", "deliver_letter"] as const).map((purpose) => ({
        ...agreed,
        purpose,
        locale: "en",
        grantedAt: at,
      })),
    )
    .onConflictDoNothing();
  return letter;
}

async function aWriter(db: Db, about: { name: string; email?: string; country: string; at: Date }) {
  const { name, country, at, email = `writer-${randomUUID()}@example.org` } = about;
  const person = { name, email, emailCanonical: email, country, createdAt: at, confirmedAt: at };
  const supporter = firstOf(await db.insert(supporters).values(person).returning({ id: supporters.id }));
  return supporter.id;
}

/** Makes a verified recipient of the company. */
export async function aRecipient(
  db: Db,
  campaign: { id: number },
  values: Partial<typeof letterRecipients.$inferInsert> = {},
) {
  return storeRow(db, letterRecipients, {
    campaignId: campaign.id,
    name: "Investor Relations",
    email: "ir@company.example",
    postalAddress: "Sample Corporation\n1 Sample Way\nSampletown",
    verifiedAt: new Date("2026-10-01T00:00:00Z"),
    verifiedBy: "Olga Organizer",
    verifiedWhere: "https://company.example/investors",
    ...values,
  });
}

export const unverified = { verifiedAt: null, verifiedBy: null, verifiedWhere: null } as const;
