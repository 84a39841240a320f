import { campaign, command } from "#app/cli/command.ts";
import { approveAlone, atLeastOnce, repeated, text } from "#app/cli/options.ts";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { companiesDone } from "./parts/company.ts";

export default command({
  summary: "put a campaign's companies in order; what names none is about the first",
  options: {
    campaign,
    company: atLeastOnce(repeated(text("S", "each of its companies, the first first"))),
    approveAlone,
  },
  run: async ({ db, campaign, scope }, { company: order, approveAlone }) =>
    companiesDone(db, campaign, await changeCompanies(db, { scope, change: { order }, approveAlone })),
});
