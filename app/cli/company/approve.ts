import { campaign, command } from "#app/cli/command.ts";
import { approveAlone } from "#app/cli/options.ts";
import { approveCompanies } from "#app/domain/campaign/company/approve-companies.server.ts";
import { companiesDone } from "./parts/company.ts";

export default command({
  summary: "approve the companies that someone asked for",
  options: { campaign, approveAlone },
  run: async ({ db, campaign, scope }, { approveAlone: alone }) =>
    companiesDone(db, campaign, await approveCompanies(db, { scope, alone })),
});
