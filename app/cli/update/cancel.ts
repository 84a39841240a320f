import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";

export default command({
  summary: "stop an update for good; emails already sent stay sent",
  options: { campaign, update },
  async run({ db }, { update: { campaignId, publicId, update } }) {
    const { outcome } = await cancelUpdate(db, { campaignId, publicId, actor: "operator" });
    if (outcome !== "cancelled") throw new CommandFailed("It has already been sent or canceled.");
    return done({ outcome, publicId, number: update.number }, `Update ${update.number} is canceled.`);
  },
});
