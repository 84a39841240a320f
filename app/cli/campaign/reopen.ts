import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { reopenCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";

const refusals = {
  "unknown-campaign": "There is no such campaign.",
  "not-closed": "It is not closed.",
  erasing: "What is personal in it is being erased or is gone: it cannot be opened again.",
};

export default command({
  summary: "open a closed one again, before anything of it was erased",
  options: { campaign },
  async run({ db, campaign }) {
    const { outcome } = await reopenCampaign(db, { campaignSlug: campaign.slug, actor: "operator" });
    if (outcome !== "reopened") throw new CommandFailed(refusals[outcome]);
    return done({ outcome }, "It is open again; the clock has stopped.");
  },
});
