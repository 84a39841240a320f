import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { reopenCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";

const refusals = {
  "unknown-campaign": "There is no such campaign. Run `campaign list`.",
  "not-closed": "It is not closed.",
  erasing: "Its personal data is erased or being erased, so it cannot be reopened.",
};

export default command({
  summary: "reopen a closed campaign before its data is erased",
  options: { campaign },
  async run({ db, campaign }) {
    const { outcome } = await reopenCampaign(db, { campaignSlug: campaign.slug, actor: "operator" });
    if (outcome !== "reopened") throw new CommandFailed(refusals[outcome]);
    return done({ outcome }, "Reopened. Nothing will be erased.");
  },
});
