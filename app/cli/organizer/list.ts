import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listInvitations, listTeam } from "#app/domain/team/team.server.ts";

/** Who belongs to a campaign and what each may do, and who is invited. */
export async function organizerList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");

  return withDatabase("organizer list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const [members, invitations] = [await listTeam(opened.db, id), await listInvitations(opened.db, id)];
    const rows = [
      ...members.map(({ email, role, rights, hasSecondFactor, name }) => [
        ...[email, role, hasSecondFactor ? "yes" : "e-mail alone", rights.join(","), name],
      ]),
      ...invitations.map(({ email, role, rights, expiresAt, isOver }) => [
        ...[email ?? "anyone", role, isOver ? "ran out" : `invited until ${expiresAt.slice(0, 16)}`],
        ...[rights.join(","), ""],
      ]),
    ];
    const lines =
      rows.length === 0
        ? ["Nobody belongs to it yet: `organizer invite`."]
        : table(["address", "role", "second factor", "rights", "name"], rows);
    tell(json, { outcome: "listed", members, invitations }, ...lines);
    return exitCodes.done;
  });
}
