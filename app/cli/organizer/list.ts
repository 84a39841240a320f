import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listInvitations, listTeam } from "#app/domain/team/team.server.ts";

export default command({
  summary: "list the team with its rights, and invitations",
  options: { campaign },
  async run({ db, campaign: { id } }) {
    const [members, invitations] = [await listTeam(db, id), await listInvitations(db, id)];
    const rows = [
      ...members.map(({ email, role, rights, hasSecondFactor, name }) => [
        email,
        role,
        hasSecondFactor ? "yes" : "email only",
        rights.join(","),
        name,
      ]),
      ...invitations.map(({ email, role, rights, expiresAt, isOver }) => [
        email ?? "anyone",
        role,
        isOver ? "invitation expired" : `invited until ${expiresAt.slice(0, 16)}`,
        rights.join(","),
        "",
      ]),
    ];
    const lines =
      rows.length === 0
        ? ["The team is empty. To invite someone: `organizer invite`."]
        : table(["address", "role", "second factor", "rights", "name"], rows);
    return done({ outcome: "listed", members, invitations }, ...lines);
  },
});
