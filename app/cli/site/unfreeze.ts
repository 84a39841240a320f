import { campaign, command, done } from "#app/cli/command.ts";
import { unfreezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";

export default command({
  summary: "lift the freeze, so that what waited continues",
  options: { campaign },
  async run({ db, operator }) {
    const { outcome } = await unfreezeCampaign(db, operator);
    if (outcome === "gone") throw new Error("the campaign went while it was worked on");
    return done(
      { outcome },
      outcome === "unfrozen"
        ? "The freeze is lifted: what was begun or scheduled before goes on."
        : "It is not frozen.",
    );
  },
});
