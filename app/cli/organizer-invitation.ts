import { invitationDays } from "#app/domain/access/organizer.ts";
import { renewInvitation, revokeInvitation } from "#app/domain/team/settle-invitation.server.ts";
import { listInvitations } from "#app/domain/team/team.server.ts";
import { CommandFailed, exitCodes, required, tell, UsageError } from "./old.ts";
import { type OnCampaign, onCampaign } from "./on-campaign.ts";

const text = { type: "string" } as const;
const addressOf = (given: string | undefined) => required(given, "email").trim().toLowerCase();

async function invitationOf({ opened, scope }: OnCampaign, email: string) {
  const found = (await listInvitations(opened.db, scope.campaignId)).find((one) => one.email === email);
  if (!found) throw new CommandFailed("Nobody of that address is invited: see `organizer list`.");
  return found.id;
}

/** Takes an invitation back: its link opens nothing. */
export const organizerUninvite = onCampaign(
  "organizer uninvite",
  { email: text },
  ({ email }) => addressOf(email),
  async (on, email) => {
    const { opened, json, scope, actor } = on;
    const id = await invitationOf(on, email);
    const { outcome } = await revokeInvitation(opened.db, { campaignId: scope.campaignId, actor, id });
    if (outcome !== "revoked") throw new CommandFailed("It was accepted or taken back just now.");
    tell(json, { outcome }, "The invitation is taken back: its link opens nothing.");
    return exitCodes.done;
  },
);

/** Mails an invitation again, with a new link for so many days. */
export const organizerReinvite = onCampaign(
  "organizer reinvite",
  { email: text, days: text },
  ({ email, days = "3" }) => {
    const known = invitationDays.find((each) => String(each) === days);
    if (!known) throw new UsageError(`--days is one of ${invitationDays.join(", ")}`);
    return { email: addressOf(email), days: known };
  },
  async (on, { email, days }) => {
    const { opened, json, scope, actor } = on;
    const id = await invitationOf(on, email);
    const which = { campaignId: scope.campaignId, actor, id, days };
    const { outcome } = await renewInvitation(opened.db, opened.env.keys, which);
    if (outcome === "too-many")
      throw new CommandFailed("The campaign has sent as many invitations as a day may bring.");
    if (outcome !== "renewed") throw new CommandFailed("It was accepted or taken back just now.");
    tell(
      json,
      { outcome },
      `A new link is queued, for ${days} ${days === 1 ? "day" : "days"}. The one before opens nothing.`,
    );
    return exitCodes.done;
  },
);
