import { CommandFailed, command, counted, done } from "#app/cli/command.ts";
import { organizerEmail } from "#app/cli/organizer/parts/member.ts";
import { disableOrganizer } from "#app/domain/team/disable-organizer.server.ts";

export default command({
  summary: "close an organizer's account, in every campaign at once",
  options: { email: organizerEmail },
  async run({ db }, { email }) {
    const ended = await disableOrganizer(db, email);
    if (ended.outcome === "gone") throw new CommandFailed("No organizer has that address.");
    if (ended.outcome === "disabled-before") throw new CommandFailed("Their account is closed already.");
    if (ended.outcome === "last-owner")
      throw new CommandFailed(
        `They are the last owner of ${ended.slugs.join(", ")}: make somebody else an owner before. Nothing was changed.`,
      );
    return done(
      ended,
      `Their account is closed: they are out of ${counted(ended.campaigns, "campaign", "campaigns")} and signed out everywhere, and nothing lets them in.`,
    );
  },
});
