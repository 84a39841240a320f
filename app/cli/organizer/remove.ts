import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { lastOwner, member } from "#app/cli/organizer/parts/member.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";

export default command({
  summary: "remove a member from the team",
  options: { campaign, email: member },
  async run({ db }, { email: on }) {
    const { outcome } = await removeMember(db, on);
    if (outcome === "last-owner") throw new CommandFailed(lastOwner);
    if (outcome !== "removed") throw new CommandFailed("They are already removed.");
    return done({ outcome }, "Removed from the team. Their tokens, unused approvals and invitations end.");
  },
});
