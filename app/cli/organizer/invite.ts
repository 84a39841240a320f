import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { type OrganizerRole, organizerRoles } from "#app/domain/access/organizer.ts";
import { inviteOrganizer } from "#app/domain/team/invite.server.ts";

const text = { type: "string" } as const;

export async function organizerInvite(args: string[]): Promise<number> {
  const { json, email, campaign, role } = readOptions(args, { email: text, campaign: text, role: text });
  const invitation = {
    campaignSlug: campaign ?? "microsoft-ice",
    email: required(email, "email"),
    role: readRole(role ?? "owner"),
    by: "operator",
  } as const;

  return withDatabase("organizer invite", async ({ db, env }) => {
    const invited = await inviteOrganizer(db, invitation);
    if (invited.outcome === "not-an-address") throw new UsageError("--email is not an e-mail address");
    if (invited.outcome === "unknown-campaign") {
      throw new CommandFailed(`There is no campaign "${invitation.campaignSlug}".`);
    }
    const link = `${env.appUrl}/invite/${invited.token}`;
    tell(
      json,
      { outcome: "invited", link, expiresAt: invited.expiresAt.toISOString() },
      link,
      `It works once, for ${invitation.email} alone, until ${invited.expiresAt.toISOString()}.`,
    );
    return exitCodes.done;
  });
}

function readRole(text: string): OrganizerRole {
  const role = organizerRoles.find((name) => name === text);
  if (!role) throw new UsageError(`--role is one of ${organizerRoles.join(", ")}`);
  return role;
}
