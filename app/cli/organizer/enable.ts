import { CommandFailed, command, done } from "#app/cli/command.ts";
import { organizerEmail } from "#app/cli/organizer/parts/member.ts";
import { enableOrganizer } from "#app/domain/team/disable-organizer.server.ts";

export default command({
  summary: "enable a disabled account",
  options: { email: organizerEmail },
  async run({ db }, { email }) {
    if (!(await enableOrganizer(db, email))) throw new CommandFailed("No disabled account has that address.");
    return done({ outcome: "enabled" }, "Account enabled. To add them to a campaign: `organizer invite`.");
  },
});
