import { campaign, command, done, UsageError } from "#app/cli/command.ts";
import { approveAlone, required, text } from "#app/cli/options.ts";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { chooseCompany } from "#app/domain/campaign/company/change-company.server.ts";
import { also, companiesDone, companyRefused } from "./parts/company.ts";

export default command({
  summary: "assign a draft campaign to another company",
  options: { campaign, company: required(text("S", "the company, from `company list`")), also, approveAlone },
  read(given) {
    if (given.approveAlone && !given.also) throw new UsageError("--approve-alone goes with --also");
    return given;
  },
  async run({ db, campaign, scope }, { company, also, approveAlone }) {
    if (also) {
      const change = { add: company };
      return companiesDone(db, campaign, await changeCompanies(db, { scope, change, approveAlone }));
    }
    const chosen = await chooseCompany(db, { scope, slug: company });
    if (chosen.outcome !== "chosen") throw companyRefused(chosen.outcome);
    return done(chosen, `${campaign.slug} is about ${chosen.name}.`);
  },
});
