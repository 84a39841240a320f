import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listUpdates } from "#app/domain/outgoing/updates/queries.server.ts";

/** The updates of a campaign, newest first. */
export async function updateList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");

  return withDatabase("update list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const updates = await listUpdates(opened.db, id);
    const rows = updates.map(({ number, stage, audienceSize, at, subject, publicId }) => [
      ...[number, stage, audienceSize ?? "–", at.slice(0, 16).replace("T", " "), publicId, subject],
    ]);
    const lines =
      updates.length === 0
        ? ["There is no update yet."]
        : table(["number", "state", "people", "time (UTC)", "id", "subject"], rows);
    tell(json, { outcome: "listed", updates }, ...lines);
    return exitCodes.done;
  });
}
