import { campaign, command, done } from "#app/cli/command.ts";
import { freezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";

export default command({
  summary: "freeze a campaign: nothing more leaves it",
  options: { campaign },
  async run({ db, operator }) {
    const { outcome } = await freezeCampaign(db, operator);
    if (outcome === "gone") throw new Error("the campaign was deleted in between");
    return done(
      { outcome },
      outcome === "frozen"
        ? "Frozen. No export, pack, update, dispatch or reminder leaves the campaign. Nothing can be approved."
        : "It is already frozen.",
    );
  },
});
