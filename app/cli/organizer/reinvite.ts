import { CommandFailed, campaign, command, counted, done, UsageError } from "#app/cli/command.ts";
import { otherwise, text } from "#app/cli/options.ts";
import { invitation } from "#app/cli/organizer/parts/member.ts";
import { invitationDays } from "#app/domain/access/organizer.ts";
import { renewInvitation } from "#app/domain/team/renew-invitation.server.ts";

export default command({
  summary: "email a new invitation link; the old one stops working",
  options: {
    campaign,
    email: invitation,
    days: otherwise(text(invitationDays.join("|"), "the days the link works"), "3"),
  },
  read({ days, ...given }) {
    const known = invitationDays.find((each) => String(each) === days);
    if (!known) throw new UsageError(`--days must be one of ${invitationDays.join(", ")}`);
    return { ...given, days: known };
  },
  async run({ db, env }, { email: invited, days }) {
    const { outcome } = await renewInvitation(db, env.keys, { ...invited, days });
    if (outcome === "too-many")
      throw new CommandFailed("The campaign reached today's limit of invitations. Try again tomorrow.");
    if (outcome !== "renewed") throw new CommandFailed("It was just accepted or withdrawn.");
    return done(
      { outcome },
      `A new link is queued and works for ${counted(days, "day", "days")}. The old one no longer works.`,
    );
  },
});
