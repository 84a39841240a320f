import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";

/** What a campaign has handed over or drafted, newest first. */
export async function dispatchList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");

  return withDatabase("dispatch list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const dispatches = await listDispatches(opened.db, id);
    const rows = dispatches.map(({ number, stage, letters, names, at, recipient, publicId }) => [
      ...[number, stage, letters, names, at.slice(0, 16).replace("T", " "), publicId, recipient],
    ]);
    const lines =
      dispatches.length === 0
        ? ["There is no dispatch yet."]
        : table(["number", "state", "letters", "names", "time (UTC)", "id", "office"], rows);
    tell(json, { outcome: "listed", dispatches }, ...lines);
    return exitCodes.done;
  });
}
