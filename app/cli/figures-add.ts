import { addIssuerSnapshot } from "#app/domain/campaign/meetings/add-issuer-snapshot.server.ts";
import { coFilingRuleForm, coFilingRuleOfForm } from "#app/domain/campaign/meetings/co-filing-rule-form.ts";
import { fieldsOfRule } from "#app/domain/campaign/meetings/fields.ts";
import { findCoFilingRule } from "#app/domain/campaign/meetings/queries.server.ts";
import { saveCoFilingRule, seenOfRule } from "#app/domain/campaign/meetings/save-co-filing-rule.server.ts";
import { snapshotForm, snapshotOfForm } from "#app/domain/campaign/meetings/snapshot-form.ts";
import { withDatabase } from "./environment.ts";
import { formWith, keeperOf, notKept, settingFields } from "./meeting.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./old.ts";

/** Adds figures of the company. Those there are stay, with their day. */
export async function figuresAdd(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, settingFields);
  const slug = required(campaign, "campaign");
  const { checked = false } = given;
  const values = snapshotOfForm(formWith(snapshotForm(new Date()), {}, given));
  return withDatabase("figures add", async (opened) => {
    const { scope } = await keeperOf(opened, slug);
    const { outcome } = await addIssuerSnapshot(opened.db, { scope, values, checked });
    if (outcome !== "added" && outcome !== "already-there")
      throw new CommandFailed(notKept[outcome] ?? outcome);
    tell(json, { outcome }, outcome === "added" ? "Added." : "They are there already.");
    return exitCodes.done;
  });
}

/** Stores what Rule 14a-8 asks; what is not named stays. */
export async function ruleSet(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, settingFields);
  const slug = required(campaign, "campaign");
  const { checked = false } = given;
  return withDatabase("rule set", async (opened) => {
    const { scope, campaignId } = await keeperOf(opened, slug);
    const before = await findCoFilingRule(opened.db, campaignId);
    const form = formWith(coFilingRuleForm(new Date()), before ? fieldsOfRule(before) : {}, given);
    const seen = before && seenOfRule(before);
    const values = coFilingRuleOfForm(form);
    const saved = await saveCoFilingRule(opened.db, { scope, seen, values, checked });
    if (saved.outcome !== "saved") throw new CommandFailed(notKept[saved.outcome] ?? saved.outcome);
    tell(json, saved, `Stored: ${saved.changed.join(", ") || "nothing else"}.`);
    return exitCodes.done;
  });
}
