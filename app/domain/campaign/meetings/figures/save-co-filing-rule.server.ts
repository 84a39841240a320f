import { eq } from "drizzle-orm";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import {
  changedFields,
  fingerprintOf,
  verificationAfter,
} from "#app/domain/campaign/meetings/change.server.ts";
import { CoFilingTiers } from "#app/domain/campaign/meetings/co-filing-rule.server.ts";
import {
  type CompanyEditor,
  type CompanyEditorScope,
  lockTarget,
  recordKeeping,
} from "#app/domain/campaign/meetings/company-editor.server.ts";
import type { CoFilingRule } from "#app/domain/campaign/meetings/meeting.ts";
import { replanReminders } from "#app/domain/campaign/meetings/replan-reminders.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { coFilingRules } from "#db/schema/index.ts";
import type { CoFilingRuleValues } from "./co-filing-rule-form.ts";

export type SaveRuleInput = {
  scope: CompanyEditorScope;
  /** `seenOfRule` when the edit began; null if there was no rule. */
  seen: string | null;
  values: CoFilingRuleValues;
  /** The organizer confirms that the rule's text says all of it, for that day. */
  checked: boolean;
};

export type RuleSaved =
  | { outcome: "saved"; changed: string[] }
  /** Somebody saved since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  /** Another campaign uses these facts, and the organizer may not edit them there. */
  | { outcome: "shared" }
  /** The company's law has no rule that pages show. */
  | { outcome: "no-rule" }
  | { outcome: "gone" };

const editable = ["tiers", "priceWindowDays", "wordsAtMost", "cureDays", "sourceUrl", "asOf"];

/** Fingerprints what an edit begins on. */
export const seenOfRule = (rule: CoFilingRule) =>
  fingerprintOf({ ...rule, tiers: rule.tiers.map(({ atLeast, years }) => [atLeast, years]) }, editable);

/** Stores what Rule 14a-8 asks. A change that its author has not checked leaves it unverified. */
export async function saveCoFilingRule(
  db: Db,
  { scope, seen, values, checked }: SaveRuleInput,
  now = new Date(),
): Promise<RuleSaved> {
  return db.transaction(async (tx) => {
    const locked = await lockTarget(tx, scope);
    if (locked.outcome !== "locked") return locked;
    const { keeper } = locked;
    if (!profileOf(keeper.jurisdiction).coFiling) return { outcome: "no-rule" };
    const before = await find(tx, keeper);
    if (seen !== (before && seenOfRule(before))) return { outcome: "stale" };

    const changed = changedFields(before, values);
    if (before && changed.length === 0 && !checked) return { outcome: "saved", changed };
    const vouched = { checked, changed: changed.length > 0, by: keeper.name };
    const row = { ...values, ...verificationAfter(before, vouched, now) };
    const target = { targetId: keeper.targetId };
    await tx
      .insert(coFilingRules)
      .values({ ...row, ...target })
      .onConflictDoUpdate({ target: coFilingRules.targetId, set: row });
    const detail = { fields: changed, asOf: values.asOf, verified: row.verifiedAt !== null };
    await recordKeeping(tx, keeper, "co-filing-rule-changed", detail, now);
    await replanReminders(tx, target);
    return { outcome: "saved", changed };
  });
}

async function find(tx: Tx, { targetId }: CompanyEditor): Promise<CoFilingRule | null> {
  const [row] = await tx.select().from(coFilingRules).where(eq(coFilingRules.targetId, targetId));
  if (!row) return null;
  const { targetId: _of, tiers, ...rule } = row;
  const parsed = CoFilingTiers.parse(tiers).map(({ atLeast, years }) => ({ atLeast, years }));
  return { ...rule, tiers: parsed };
}
