import { campaign, command, done } from "#app/cli/command.ts";
import { fieldsOfCompany } from "#app/domain/campaign/company/company-form.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { company } from "./parts/company.ts";

export default command({
  summary: "show a company a campaign is about",
  options: { campaign, company },
  async run({ db, campaign }, { company: asked }) {
    const company = await findCompany(db, campaign.id, asked?.id);
    const lines = Object.entries(fieldsOfCompany(company)).map(([field, value]) => `${field}=${value}`);
    return done(
      { company },
      ...lines,
      company.verifiedBy ? `verified by ${company.verifiedBy}` : "not verified",
    );
  },
});
