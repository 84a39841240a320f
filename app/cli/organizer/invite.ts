import { CommandFailed, command, done, UsageError } from "#app/cli/command.ts";
import { oneOf, otherwise, required, text } from "#app/cli/options.ts";
import { organizerRoles } from "#app/domain/access/organizer.ts";
import { inviteOrganizer } from "#app/domain/team/invite.server.ts";

export default command({
  summary: "print an invitation link for an organizer",
  options: {
    email: required(text("E", "the invited person's email address")),
    campaign: otherwise(text("S", "the campaign, by its slug"), "microsoft-ice"),
    role: otherwise(oneOf(organizerRoles, "the role"), "owner"),
  },
  async run({ db, env }, { email, campaign: campaignSlug, role }) {
    const invited = await inviteOrganizer(db, { campaignSlug, email, role, by: "operator" });
    if (invited.outcome === "not-an-address") throw new UsageError("--email must be an email address");
    if (invited.outcome === "unknown-campaign")
      throw new CommandFailed(`There is no campaign "${campaignSlug}". Run \`campaign list\`.`);
    const link = `${env.appUrl}/invite/${invited.token}`;
    const expiresAt = invited.expiresAt.toISOString();
    return done(
      { outcome: "invited", link, expiresAt },
      link,
      `It works once, only for ${email}, until ${expiresAt}.`,
    );
  },
});
