import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { year } from "#app/cli/meeting/parts/meeting.ts";
import { required } from "#app/cli/options.ts";
import { featureMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";

export default command({
  summary: "take pledges for a meeting",
  options: { campaign, company, year: required(year) },
  async run({ db, scope }, { year, company }) {
    const featured = await featureMeeting(db, { scope: { ...scope, companyId: company?.id }, year });
    if (featured.outcome === "gone")
      throw new CommandFailed(`There is no meeting of ${year}. Run \`meeting list\`.`);
    return done({ ...featured, year }, `Pledges are for the meeting of ${year}.`);
  },
});
