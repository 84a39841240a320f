import { CommandFailed, command, done } from "#app/cli/command.ts";
import { organizerEmail } from "#app/cli/organizer/parts/member.ts";
import { enableOrganizer } from "#app/domain/team/disable-organizer.server.ts";

export default command({
  summary: "open a closed account again",
  options: { email: organizerEmail },
  async run({ db }, { email }) {
    if (!(await enableOrganizer(db, email))) throw new CommandFailed("No closed account has that address.");
    return done(
      { outcome: "enabled" },
      "Their account is open again: `organizer invite` takes them into a campaign.",
    );
  },
});
