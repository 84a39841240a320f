import { campaign, command, done } from "#app/cli/command.ts";
import { factOptions, readFacts, storedLine } from "#app/cli/meeting/parts/meeting.ts";
import { companyForm, companyOfForm, fieldsOfCompany } from "#app/domain/campaign/company/company-form.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { saveCompany, seenOfCompany } from "#app/domain/campaign/company/save-company.server.ts";
import { company, companyRefused } from "./parts/company.ts";

export default command({
  summary: "save a company a campaign is about; options left out keep their values",
  options: { campaign, company, ...factOptions },
  async run({ db, campaign, scope: of }, { company, ...given }) {
    const scope = { ...of, companyId: company?.id };
    const before = await findCompany(db, campaign.id, company?.id);
    const form = readFacts(companyForm(new Date()), fieldsOfCompany(before), given);
    const { checked } = given;
    const seen = seenOfCompany(before);
    const saved = await saveCompany(db, { scope, seen, values: companyOfForm(form), checked });
    if (saved.outcome !== "saved") throw companyRefused(saved.outcome);
    return done(saved, storedLine(saved.changed, checked));
  },
});
