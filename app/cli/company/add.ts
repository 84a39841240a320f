import { campaign, command, done, UsageError } from "#app/cli/command.ts";
import { factOptions, readFacts } from "#app/cli/meeting/parts/meeting.ts";
import { approveAlone } from "#app/cli/options.ts";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { addCompany } from "#app/domain/campaign/company/change-company.server.ts";
import { companyForm, companyOfForm } from "#app/domain/campaign/company/company-form.ts";
import { also, companiesDone, companyRefused } from "./parts/company.ts";

export default command({
  summary: "add a company, and assign a draft campaign to it",
  options: { campaign, also, approveAlone, ...factOptions },
  read({ also, approveAlone, ...given }) {
    if (approveAlone && !also) throw new UsageError("--approve-alone goes with --also");
    const values = companyOfForm(readFacts(companyForm(new Date()), {}, given));
    return { also, approveAlone, checked: given.checked, values };
  },
  async run({ db, campaign, scope }, { also, approveAlone, ...input }) {
    if (also) {
      const change = { addNew: input.values, checked: input.checked };
      return companiesDone(db, campaign, await changeCompanies(db, { scope, change, approveAlone }));
    }
    const added = await addCompany(db, { scope, ...input });
    if (added.outcome !== "added") throw companyRefused(added.outcome);
    return done(added, `${campaign.slug} is about ${input.values.name}, listed as ${added.slug}.`);
  },
});
