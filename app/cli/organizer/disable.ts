import { CommandFailed, command, counted, done } from "#app/cli/command.ts";
import { organizerEmail } from "#app/cli/organizer/parts/member.ts";
import { disableOrganizer } from "#app/domain/team/disable-organizer.server.ts";

export default command({
  summary: "disable an organizer's account in all campaigns",
  options: { email: organizerEmail },
  async run({ db }, { email }) {
    const ended = await disableOrganizer(db, email);
    if (ended.outcome === "gone")
      throw new CommandFailed("No organizer has that address. Run `organizer list`.");
    if (ended.outcome === "disabled-before") throw new CommandFailed("Their account is already disabled.");
    if (ended.outcome === "last-owner")
      throw new CommandFailed(
        `Nothing was changed: they are the last owner of ${ended.slugs.join(", ")}. Make someone else an owner first.`,
      );
    return done(
      ended,
      `Account disabled: removed from ${counted(ended.campaigns, "campaign", "campaigns")} and signed out everywhere. They cannot sign in.`,
    );
  },
});
