import { command, done, requireCampaign } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { listCompanies } from "#app/domain/campaign/company/change-company.server.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";

export default command({
  summary: "list companies and how many campaigns are about each",
  options: { of: text("S", "only those a campaign is about, by its slug, in their order") },
  async run({ db }, { of }) {
    const all = await listCompanies(db, null);
    const own = of === undefined ? null : await listCompaniesOf(db, (await requireCampaign(db, of)).id);
    const companies = own ? own.flatMap(({ id }) => all.find((one) => one.id === id) ?? []) : all;
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
