import { and, count, eq } from "drizzle-orm";
import { parseAddress } from "#app/domain/base/address.ts";
import { characters, cleanLine, cleanText, hasStackedMarks } from "#app/domain/base/text.ts";
import type { Missing, OrganizationDetails } from "#app/domain/campaign/campaign.ts";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { missingBeforeOpening } from "#app/domain/campaign/opening/readiness.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { findMergeField } from "#app/lib/merge-fields.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaigns, emailBatches, updates } from "#db/schema/index.ts";

export type OrganizationField = keyof OrganizationDetails;

/** Characters of one field: it is printed at the bottom of every page and email. */
export const maxOrganizationLength = 300;

export type OrganizationSet =
  /** `openBatches`: update calls with an unknown outcome. They can only be retried unchanged. */
  | {
      outcome: "set";
      changed: OrganizationField[];
      organization: OrganizationDetails;
      missing: Missing[];
      openBatches: number;
    }
  | {
      outcome: "invalid";
      field: OrganizationField;
      problem: "empty" | "long" | "not-one-line" | "marks" | "merge-field" | "not-an-address";
      /** The merge field that was found. */
      value?: string;
    }
  /** Somebody edited the campaign since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  | { outcome: "unknown-campaign" };

type SetInput = {
  campaignSlug: string;
  values: Partial<Record<OrganizationField, string>>;
  actor: OnCampaign["actor"];
  /** Version of the campaign's words when the edit began; without it no conflict is checked. */
  version?: number;
};

const addresses: readonly OrganizationField[] = ["contactEmail", "privacyContact"];

/**
 * Sets organization details, for drafts too; fields left out stay. Returns what is still missing before it
 * may collect signatures. The audit log has which fields changed, never their values.
 */
export async function setOrganization(
  db: Db,
  { campaignSlug, values, actor, version }: SetInput,
  now = new Date(),
): Promise<OrganizationSet> {
  const given: Partial<Record<OrganizationField, string>> = {};
  for (const [name, text] of Object.entries(values)) {
    const field = name as OrganizationField;
    const value = field === "postalAddress" ? cleanLines(text) : cleanLine(text);
    const problem = problemOf(field, value);
    if (problem === "merge-field")
      return { outcome: "invalid", field, problem, value: findMergeField(value) ?? "" };
    if (problem) return { outcome: "invalid", field, problem };
    given[field] = value;
  }

  return db.transaction(async (tx) => {
    const { id, operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaigns;
    const [found] = await tx.select({ id }).from(campaigns).where(eq(campaigns.slug, campaignSlug));
    if (!found || !(await lockCampaign(tx, { campaignId: found.id, actor }, "manage")))
      return { outcome: "unknown-campaign" };
    const { senderName, senderAddress, replyTo } = campaigns;
    const organizationFields = { operator, postalAddress, contactEmail, privacyContact, fundingLine };
    const [row] = await tx
      .select({
        known: campaigns.version,
        sender: { senderName, senderAddress, replyTo },
        ...organizationFields,
      })
      .from(campaigns)
      .where(eq(id, found.id));
    if (!row) return { outcome: "unknown-campaign" };
    const { known, sender, ...before } = row;
    const campaignId = found.id;
    if (version !== undefined && version !== known) return { outcome: "stale" };

    const organization: OrganizationDetails = { ...before, ...given };
    const fields = Object.keys(given) as OrganizationField[];
    const changed = fields.filter((field) => organization[field] !== before[field]);
    if (changed.length > 0) {
      await tx
        .update(campaigns)
        .set({ ...given, version: known + 1 })
        .where(eq(id, campaignId));
      const about = { campaignId, actor, thing: "campaign", stage: "public" } as const;
      await recordChanges(tx, about, { before, after: organization }, now);
      const entry = { actor, action: "campaign-changed", campaignId, subject: null } as const;
      await recordAudit(tx, { ...entry, detail: { fields: changed } }, now);
    }
    const openBatches = await countOpenBatches(tx, campaignId);
    const missing = missingBeforeOpening({ ...organization, ...sender });
    return { outcome: "set", changed, organization, missing, openBatches };
  });
}

/** Counts calls of updates with an unknown outcome, which can only be retried unchanged. */
export async function countOpenBatches(tx: DbOrTx, campaignId: number): Promise<number> {
  const [row] = await tx
    .select({ batches: count() })
    .from(emailBatches)
    .innerJoin(updates, eq(updates.id, emailBatches.updateId))
    .where(and(eq(updates.campaignId, campaignId), eq(emailBatches.state, "frozen")));
  return row?.batches ?? 0;
}

/** Trims the lines of an address and removes empty ones. */
const cleanLines = (text: string) =>
  cleanText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");

function problemOf(field: OrganizationField, value: string) {
  if (value === "") return "empty";
  const text = field === "postalAddress" ? value.replaceAll("\n", "") : value;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return "not-one-line";
  if (characters(value) > maxOrganizationLength) return "long";
  if (hasStackedMarks(value)) return "marks";
  if (findMergeField(value) !== null) return "merge-field";
  if (addresses.includes(field) && parseAddress(value) !== value) return "not-an-address";
  return null;
}
