import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { reopenCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";

const refusals = {
  "unknown-campaign": "There is no such campaign.",
  "not-closed": "It is not closed.",
  erasing: "What is personal in it is being erased or is gone: it cannot be opened again.",
};

/** Opens a closed campaign again, before anything of it was erased. */
export async function campaignReopen(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const campaignSlug = required(campaign, "campaign");
  return withDatabase("campaign reopen", async ({ db }) => {
    const { outcome } = await reopenCampaign(db, { campaignSlug, actor: "operator" });
    if (outcome !== "reopened") throw new CommandFailed(refusals[outcome]);
    tell(json, { outcome }, "It is open again; the clock has stopped.");
    return exitCodes.done;
  });
}
