import { freezeCampaign, unfreezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { requireCampaign } from "./update.ts";

const said = {
  frozen:
    "Frozen: no export, pack, update, dispatch or reminder leaves the campaign, and nothing is approved.",
  already: "It was frozen already.",
  unfrozen: "The freeze is lifted: what was begun or scheduled before goes on.",
  "not-frozen": "It is not frozen.",
} as const;

const turn = (name: string, deed: typeof freezeCampaign | typeof unfreezeCampaign) => (args: string[]) => {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase(name, async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const { outcome } = await deed(opened.db, { campaignId: id, actor: "operator" });
    if (outcome === "gone") throw new Error("the campaign went while it was worked on");
    tell(json, { outcome }, said[outcome]);
    return exitCodes.done;
  });
};

/** The panic switch of a campaign. */
export const freeze = turn("freeze", freezeCampaign);
export const unfreeze = turn("unfreeze", unfreezeCampaign);
