import { CommandFailed, command, done, UsageError } from "#app/cli/command.ts";
import { oneOf, otherwise, required, text } from "#app/cli/options.ts";
import { organizerRoles } from "#app/domain/access/organizer.ts";
import { inviteOrganizer } from "#app/domain/team/invite.server.ts";

export default command({
  summary: "print a link that makes one organizer",
  options: {
    email: required(text("E", "whom it is for")),
    campaign: otherwise(text("S", "the campaign, by its slug"), "microsoft-ice"),
    role: otherwise(oneOf(organizerRoles, "the role"), "owner"),
  },
  async run({ db, env }, { email, campaign: campaignSlug, role }) {
    const invited = await inviteOrganizer(db, { campaignSlug, email, role, by: "operator" });
    if (invited.outcome === "not-an-address") throw new UsageError("--email is not an e-mail address");
    if (invited.outcome === "unknown-campaign")
      throw new CommandFailed(`There is no campaign "${campaignSlug}".`);
    const link = `${env.appUrl}/invite/${invited.token}`;
    const expiresAt = invited.expiresAt.toISOString();
    return done(
      { outcome: "invited", link, expiresAt },
      link,
      `It works once, for ${email} alone, until ${expiresAt}.`,
    );
  },
});
