import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { requireUpdate } from "#app/cli/update.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";

const text = { type: "string" } as const;

/** Ends an update before all of it went. What was handed over cannot be called back. */
export async function updateCancel(args: string[]): Promise<number> {
  const { json, campaign, update } = readOptions(args, { campaign: text, update: text });
  const slug = required(campaign, "campaign");
  const reference = required(update, "update");

  return withDatabase("update cancel", async (opened) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, slug, reference);
    const { outcome } = await cancelUpdate(opened.db, { campaignId, publicId, actor: "operator" });
    if (outcome !== "cancelled") throw new CommandFailed("It is over: all of it went, or it was cancelled.");
    tell(json, { outcome, publicId, number: update.number }, `Update ${update.number} is cancelled.`);
    return exitCodes.done;
  });
}
