import { command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listCompanies } from "#app/domain/campaign/company/change-company.server.ts";

export default command({
  summary: "list companies and how many campaigns are about each",
  options: {},
  async run({ db }) {
    const companies = await listCompanies(db, null);
    const rows = companies.map(({ slug, name, ticker, exchange, campaigns }) => [
      slug,
      name,
      ticker,
      exchange,
      campaigns,
    ]);
    const lines = table(["company", "name", "ticker", "exchange", "campaigns"], rows);
    return done({ companies }, ...(rows.length > 0 ? lines : ["No companies yet."]));
  },
});
