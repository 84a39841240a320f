import { campaign, command } from "#app/cli/command.ts";
import { withdrawCompanies } from "#app/domain/campaign/company/approve-companies.server.ts";
import { companiesDone } from "./parts/company.ts";

export default command({
  summary: "withdraw the request for other companies",
  options: { campaign },
  run: async ({ db, campaign, scope }) => companiesDone(db, campaign, await withdrawCompanies(db, { scope })),
});
