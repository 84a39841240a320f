import { campaign, command } from "#app/cli/command.ts";
import { approveAlone, required, text } from "#app/cli/options.ts";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { companiesDone } from "./parts/company.ts";

export default command({
  summary: "remove a company that nothing of a campaign names",
  options: { campaign, company: required(text("S", "the company")), approveAlone },
  run: async ({ db, campaign, scope }, { company, approveAlone }) =>
    companiesDone(
      db,
      campaign,
      await changeCompanies(db, { scope, change: { remove: company }, approveAlone }),
    ),
});
