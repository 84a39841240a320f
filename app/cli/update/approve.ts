import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { approveAlone, flag } from "#app/cli/options.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { askUpdateApprovalAgain } from "#app/domain/outgoing/updates/ask-again.server.ts";

const refused: Record<string, string> = {
  frozen: whileFrozen,
  asker: askerGone,
  own: "You wrote it, so an organizer must approve it in the console. Or add --approve-alone.",
  changed: "It changed just now. Review it again.",
  "not-submitted": "It is not waiting for approval.",
  differs: "Its emails changed since it was submitted. Submit it again, or add --anew if it is paused.",
  gone: "This update no longer exists. Run `update list`.",
};

const refusedAgain = {
  "not-held": "It is not on hold, or its emails are as approved. Leave out --anew.",
  unreadable: "It cites a claim that is not public. Publish the claim first.",
  gone: refused.gone,
};

export default command({
  summary: "approve a submitted update",
  options: {
    campaign,
    update,
    approveAlone,
    anew: flag("for an update on hold: approve its emails as they are now"),
  },
  async run(on, { update: { campaignId, publicId, update }, approveAlone: alone, anew }) {
    const { db } = on;
    const onUpdate = { campaignId, publicId, actor: "operator" } as const;
    if (anew) {
      const { outcome } = await askUpdateApprovalAgain(db, onUpdate);
      if (outcome !== "submitted") throw new CommandFailed(refusedAgain[outcome]);
    }
    const { outcome } = await approveUpdate(db, { ...onUpdate, version: update.version, alone });
    if (outcome !== "approved") throw new CommandFailed(refused[outcome] ?? outcome);
    return done({ outcome, publicId, number: update.number }, `Update ${update.number} is approved.`);
  },
});
