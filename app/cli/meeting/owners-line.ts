import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { day } from "#app/cli/options.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { setOwnersLine } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { ownersDayProblem } from "#app/domain/campaign/meetings/voting-ends.ts";

const refused = {
  past: "This day is over. Give one that is still to come.",
  "other-year": "The line is about this year’s vote. Give a day of this year.",
};

export default command({
  summary: "tell owners that this year's vote may be open",
  options: { campaign, company, until: day("the last day of the line; without it the line is taken down") },
  async run({ db, campaign, scope }, { until = null, company }) {
    const { zone } = await findCompany(db, campaign.id, company?.id);
    const problem = until && ownersDayProblem(until, dayInZone(zone, new Date()));
    if (problem) throw new CommandFailed(refused[problem]);
    const { outcome } = await setOwnersLine(db, { scope: { ...scope, companyId: company?.id }, until });
    return done(
      { outcome, until },
      until ? `Pages tell owners to vote until ${until}.` : "Pages don’t tell owners to vote.",
    );
  },
});
