import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledgeIntentions, type pledges, pledgeWilling } from "#db/schema/index.ts";
import { canOpen, decryptHolding } from "./holding.server.ts";
import { disclosureVersion, type PledgeAnswers } from "./pledge.ts";

type VersionContent = {
  answers: PledgeAnswers;
  agreed: readonly ConsentPurpose[];
  typedName: string | null;
  typedCountry: string | null;
};

/** Returns whether a form says exactly what a stored version says, with its holding and consents. */
export async function saysTheSame(
  tx: Tx,
  keys: Keys,
  stored: typeof pledges.$inferSelect,
  { answers, agreed, typedName, typedCountry }: VersionContent,
): Promise<boolean> {
  if (stored.typedName !== typedName || stored.typedCountry !== typedCountry) return false;
  if (stored.disclosureVersion !== disclosureVersion || !canOpen(keys, stored)) return false;
  const intentions = await tx
    .select({ item: pledgeIntentions.ballotItemId, intention: pledgeIntentions.intention })
    .from(pledgeIntentions)
    .where(eq(pledgeIntentions.pledgeId, stored.id));
  const willing = await tx
    .select({ willing: pledgeWilling.willing })
    .from(pledgeWilling)
    .where(eq(pledgeWilling.pledgeId, stored.id));
  const kept = {
    ...stored,
    holding: decryptHolding(keys, stored),
    heldSinceMonth: stored.heldSinceMonth?.slice(0, 7) ?? null,
    intentions,
    willing: willing.map((row) => row.willing),
  };
  return isDeepStrictEqual(comparable(kept, stored.agreed), comparable(answers, agreed));
}

type Comparable = Omit<PledgeAnswers, "accountFlags"> & { accountFlags: readonly string[] };

const comparable = (answers: Comparable, agreed: readonly string[]) => ({
  form: answers.holdingForm,
  holding: answers.holding && [answers.holding.shares, answers.holding.bucket],
  since: [answers.heldSinceMonth, answers.tenureBucket],
  answers: [
    answers.heldOnRecordDate,
    answers.standingInstruction,
    answers.display,
    answers.comment,
    answers.fundManager ?? null,
  ],
  flags: ordered(answers.accountFlags),
  intentions: ordered(answers.intentions.map(({ item, intention }) => `${item ?? ""}: ${intention}`)),
  willing: ordered(answers.willing),
  agreed: ordered(agreed),
});

const ordered = (values: readonly string[]) => [...new Set(values)].sort();
