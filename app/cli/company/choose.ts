import { campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { chooseCompany } from "#app/domain/campaign/company/change-company.server.ts";
import { companyRefused } from "./parts/company.ts";

export default command({
  summary: "assign a draft campaign to another company",
  options: { campaign, company: required(text("S", "the company, from `company list`")) },
  async run({ db, campaign, scope }, { company }) {
    const chosen = await chooseCompany(db, { scope, slug: company });
    if (chosen.outcome !== "chosen") throw companyRefused(chosen.outcome);
    return done(chosen, `${campaign.slug} is about ${chosen.name}.`);
  },
});
