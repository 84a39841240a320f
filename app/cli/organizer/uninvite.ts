import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { invitation } from "#app/cli/organizer/parts/member.ts";
import { revokeInvitation } from "#app/domain/team/renew-invitation.server.ts";

export default command({
  summary: "withdraw an invitation; its link stops working",
  options: { campaign, email: invitation },
  async run({ db }, { email: invited }) {
    const { outcome } = await revokeInvitation(db, invited);
    if (outcome !== "revoked") throw new CommandFailed("It was just accepted or withdrawn.");
    return done({ outcome }, "The invitation is withdrawn. Its link no longer works.");
  },
});
