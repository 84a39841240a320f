import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { notReady, withMailing } from "#app/cli/parts/mailing.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";

const refused = {
  frozen: whileFrozen,
  "not-paused": "It is not paused.",
  "not-approved": "It needs a new approval.",
  differs: "Its emails changed since the approval. Undo the change, or run `update approve --anew`.",
};

export default command({
  summary: "resume a paused update",
  options: { campaign, update },
  async run(opened, { update: { campaignId, publicId, update } }) {
    const resumed = await withMailing(opened, (mailing) =>
      resumeUpdate(opened.db, mailing, { campaignId, publicId, actor: "operator" }),
    );
    if (resumed.outcome === "not-ready") throw notReady(resumed.missing);
    if (resumed.outcome !== "resumed") throw new CommandFailed(refused[resumed.outcome]);
    return done(
      { outcome: "resumed", publicId, number: update.number },
      `Update ${update.number} is resumed.`,
    );
  },
});
