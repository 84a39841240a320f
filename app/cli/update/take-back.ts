import { campaign, command, done } from "#app/cli/command.ts";
import { update, updateRefused } from "#app/cli/update/parts/update.ts";
import { withdrawApproval } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";

export default command({
  summary: "make a submitted, approved or scheduled update a draft again",
  options: { campaign, update },
  async run({ db }, { update: { campaignId, publicId, update } }) {
    const { outcome } = await withdrawApproval(db, { campaignId, publicId, actor: "operator" });
    if (outcome !== "withdrawn") throw updateRefused(outcome);
    return done({ outcome, publicId, number: update.number }, `Update ${update.number} is a draft again.`);
  },
});
