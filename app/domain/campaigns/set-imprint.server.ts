import { and, count, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { campaigns, deliveryBatches, updates } from "#db/schema/index.ts";
import { type Actor, recordAudit } from "../audit/record.server.ts";
import { parseAddress } from "../supporters/address.ts";
import { characters, cleanLine } from "../supporters/text.ts";
import type { Imprint, Missing } from "./campaign.ts";
import { missingBeforeOpening } from "./readiness.server.ts";

export type ImprintField = keyof Imprint;

/** Characters of one field at most: it is printed at the foot of every page and mail. */
export const imprintAtMost = 300;

export type ImprintSet =
  /** `openBatches`: calls of updates whose outcome is open. One that is not answered can be repeated only unchanged. */
  | { outcome: "set"; changed: ImprintField[]; imprint: Imprint; missing: Missing[]; openBatches: number }
  | { outcome: "invalid"; field: ImprintField; problem: "empty" | "long" | "not-one-line" | "not-an-address" }
  | { outcome: "unknown-campaign" };

type SetInput = { campaignSlug: string; values: Partial<Record<ImprintField, string>>; actor: Actor };

const addresses: readonly ImprintField[] = ["contactEmail", "privacyContact"];

/**
 * Says who stands behind a campaign, drafts included; what is not given stays. Answers what is missing still
 * before it may ask for signatures. The audit tells which fields changed, never what they say.
 */
export async function setImprint(
  db: Db,
  { campaignSlug, values, actor }: SetInput,
  now = new Date(),
): Promise<ImprintSet> {
  const given: Partial<Record<ImprintField, string>> = {};
  for (const [name, text] of Object.entries(values)) {
    const field = name as ImprintField;
    const value = cleanLine(text);
    const problem = problemOf(field, value);
    if (problem) return { outcome: "invalid", field, problem };
    given[field] = value;
  }

  return db.transaction(async (tx) => {
    const { id, operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaigns;
    const [row] = await tx
      .select({ id, operator, postalAddress, contactEmail, privacyContact, fundingLine })
      .from(campaigns)
      .where(eq(campaigns.slug, campaignSlug))
      .for("update");
    if (!row) return { outcome: "unknown-campaign" };

    const { id: campaignId, ...before } = row;
    const imprint: Imprint = { ...before, ...given };
    const fields = Object.keys(given) as ImprintField[];
    const changed = fields.filter((field) => imprint[field] !== before[field]);
    if (changed.length > 0) {
      await tx.update(campaigns).set(given).where(eq(id, campaignId));
      const entry = { actor, action: "campaign-changed", campaignId, subject: null } as const;
      await recordAudit(tx, { ...entry, detail: { fields: changed } }, now);
    }
    const openBatches = await countOpenBatches(tx, campaignId);
    return { outcome: "set", changed, imprint, missing: missingBeforeOpening(imprint), openBatches };
  });
}

async function countOpenBatches(tx: Tx, campaignId: number): Promise<number> {
  const [row] = await tx
    .select({ batches: count() })
    .from(deliveryBatches)
    .innerJoin(updates, eq(updates.id, deliveryBatches.updateId))
    .where(and(eq(updates.campaignId, campaignId), eq(deliveryBatches.state, "frozen")));
  return row?.batches ?? 0;
}

function problemOf(field: ImprintField, value: string) {
  if (value === "") return "empty";
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return "not-one-line";
  if (characters(value) > imprintAtMost) return "long";
  if (addresses.includes(field) && parseAddress(value) !== value) return "not-an-address";
  return null;
}
