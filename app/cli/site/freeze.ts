import { campaign, command, done } from "#app/cli/command.ts";
import { freezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";

export default command({
  summary: "the panic switch: nothing leaves the campaign any more",
  options: { campaign },
  async run({ db, operator }) {
    const { outcome } = await freezeCampaign(db, operator);
    if (outcome === "gone") throw new Error("the campaign went while it was worked on");
    return done(
      { outcome },
      outcome === "frozen"
        ? "Frozen: no export, pack, update, dispatch or reminder leaves the campaign, and nothing is approved."
        : "It was frozen already.",
    );
  },
});
