import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { factOptions, factsRefused, readFacts } from "#app/cli/meeting/parts/meeting.ts";
import { fieldsOfRule } from "#app/domain/campaign/meetings/fields.ts";
import {
  coFilingRuleForm,
  coFilingRuleOfForm,
} from "#app/domain/campaign/meetings/figures/co-filing-rule-form.ts";
import {
  saveCoFilingRule,
  seenOfRule,
} from "#app/domain/campaign/meetings/figures/save-co-filing-rule.server.ts";
import { findCoFilingRule } from "#app/domain/campaign/meetings/queries.server.ts";

export default command({
  summary: "save what the rule for proposals requires; options left out keep their values",
  options: { campaign, company, ...factOptions },
  async run({ db, scope: of }, { company, ...given }) {
    const scope = { ...of, companyId: company?.id };
    const before = await findCoFilingRule(db, scope.campaignId, scope.companyId);
    const form = readFacts(coFilingRuleForm(new Date()), before ? fieldsOfRule(before) : {}, given);
    const saved = await saveCoFilingRule(db, {
      scope,
      seen: before && seenOfRule(before),
      values: coFilingRuleOfForm(form),
      checked: given.checked,
    });
    if (saved.outcome !== "saved") throw factsRefused(saved.outcome);
    return done(saved, `Saved: ${saved.changed.join(", ") || "no changes"}.`);
  },
});
