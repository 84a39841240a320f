import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { invitation } from "#app/cli/organizer/parts/member.ts";
import { revokeInvitation } from "#app/domain/team/settle-invitation.server.ts";

export default command({
  summary: "take an invitation back: its link opens nothing",
  options: { campaign, email: invitation },
  async run({ db }, { email: invited }) {
    const { outcome } = await revokeInvitation(db, invited);
    if (outcome !== "revoked") throw new CommandFailed("It was accepted or taken back just now.");
    return done({ outcome }, "The invitation is taken back: its link opens nothing.");
  },
});
