import { campaign, command, done } from "#app/cli/command.ts";
import { factOptions, readFacts } from "#app/cli/meeting/parts/meeting.ts";
import { addCompany } from "#app/domain/campaign/company/change-company.server.ts";
import { companyForm, companyOfForm } from "#app/domain/campaign/company/company-form.ts";
import { companyRefused } from "./parts/company.ts";

export default command({
  summary: "add a company, and assign a draft campaign to it",
  options: { campaign, ...factOptions },
  read: (given) => ({
    checked: given.checked,
    values: companyOfForm(readFacts(companyForm(new Date()), {}, given)),
  }),
  async run({ db, campaign, scope }, input) {
    const added = await addCompany(db, { scope, ...input });
    if (added.outcome !== "added") throw companyRefused(added.outcome);
    return done(added, `${campaign.slug} is about ${input.values.name}, listed as ${added.slug}.`);
  },
});
