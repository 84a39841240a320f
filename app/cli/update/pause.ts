import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";

export default command({
  summary: "pause an update that is being sent",
  options: { campaign, update },
  async run({ db }, { update: { campaignId, publicId, update } }) {
    const { outcome } = await pauseByOrganizer(db, { campaignId, publicId, actor: "operator" });
    if (outcome !== "paused") throw new CommandFailed("It is not being sent.");
    return done({ outcome, publicId, number: update.number }, `Update ${update.number} is paused.`);
  },
});
