import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { openCampaign } from "#app/domain/campaign/open-campaign.server.ts";

const refusals: Record<string, string> = {
  "no-petition": "No petition is published: see `petition publish`.",
  "missing-imprint":
    "Not all addresses are given, or the sender is an example: see `campaign set` and `sender set`.",
  "not-draft": "It is open or closed already.",
};

/** Opens a campaign that is a draft. */
export async function campaignOpen(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("campaign open", async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const { outcome } = await openCampaign(opened.db, { campaignId, actor: "operator" });
    if (outcome !== "opened") throw new CommandFailed(refusals[outcome] ?? `There is no campaign "${slug}".`);
    tell(json, { outcome, slug }, `The campaign ${slug} is open.`);
    return exitCodes.done;
  });
}
