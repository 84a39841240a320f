import { campaign, command, done } from "#app/cli/command.ts";
import { unfreezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";

export default command({
  summary: "lift the freeze; what waited continues",
  options: { campaign },
  async run({ db, operator }) {
    const { outcome } = await unfreezeCampaign(db, operator);
    if (outcome === "gone") throw new Error("the campaign was deleted in between");
    return done(
      { outcome },
      outcome === "unfrozen"
        ? "The freeze is lifted. What was begun or scheduled before continues."
        : "It is not frozen.",
    );
  },
});
