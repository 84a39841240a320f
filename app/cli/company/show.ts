import { campaign, command, done } from "#app/cli/command.ts";
import { fieldsOfCompany } from "#app/domain/campaign/company/company-form.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";

export default command({
  summary: "show the company a campaign is about",
  options: { campaign },
  async run({ db, campaign }) {
    const company = await findCompany(db, campaign.id);
    const lines = Object.entries(fieldsOfCompany(company)).map(([field, value]) => `${field}=${value}`);
    return done(
      { company },
      ...lines,
      company.verifiedBy ? `verified by ${company.verifiedBy}` : "not verified",
    );
  },
});
