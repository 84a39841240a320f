import { CommandFailed, campaign, command, counted, done, UsageError } from "#app/cli/command.ts";
import { otherwise, text } from "#app/cli/options.ts";
import { invitation } from "#app/cli/organizer/parts/member.ts";
import { invitationDays } from "#app/domain/access/organizer.ts";
import { renewInvitation } from "#app/domain/team/settle-invitation.server.ts";

export default command({
  summary: "email an invitation again, with a new link",
  options: {
    campaign,
    email: invitation,
    days: otherwise(text(invitationDays.join("|"), "days that the link works"), "3"),
  },
  read({ days, ...given }) {
    const known = invitationDays.find((each) => String(each) === days);
    if (!known) throw new UsageError(`--days is one of ${invitationDays.join(", ")}`);
    return { ...given, days: known };
  },
  async run({ db, env }, { email: invited, days }) {
    const { outcome } = await renewInvitation(db, env.keys, { ...invited, days });
    if (outcome === "too-many")
      throw new CommandFailed("The campaign has sent as many invitations as a day may bring.");
    if (outcome !== "renewed") throw new CommandFailed("It was accepted or taken back just now.");
    return done(
      { outcome },
      `A new link is queued, for ${counted(days, "day", "days")}. The one before opens nothing.`,
    );
  },
});
