import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { requireUpdate } from "#app/cli/update.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";

const text = { type: "string" } as const;

/** Stops an update that is being sent; what is handed over at this moment ends as it ends. */
export async function updatePause(args: string[]): Promise<number> {
  const { json, campaign, update } = readOptions(args, { campaign: text, update: text });
  const slug = required(campaign, "campaign");
  const reference = required(update, "update");

  return withDatabase("update pause", async (opened) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, slug, reference);
    const { outcome } = await pauseByOrganizer(opened.db, { campaignId, publicId, actor: "operator" });
    if (outcome !== "paused") throw new CommandFailed("It is not being sent.");
    tell(json, { outcome, publicId, number: update.number }, `Update ${update.number} is paused.`);
    return exitCodes.done;
  });
}
