import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { approveAlone, flag } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { askAnew } from "#app/domain/outgoing/updates/ask-again.server.ts";

const refused: Record<string, string> = {
  frozen: whileFrozen,
  own: "The operator wrote it: an organizer approves it in the console, or give --approve-alone.",
  changed: "It was changed just now: look at it again.",
  "not-submitted": "Nobody has asked for its approval, or it has one.",
  differs:
    "What its mails would say was changed since it was submitted: submit it again, or, if it is paused, give --anew.",
  gone: "There is no such update any more.",
};

const refusedAnew = {
  "not-held":
    "It does not stand still, or its mails are as they were approved: there is nothing to approve anew.",
  unreadable: "It cites a claim that is not public: publish the claim first.",
  gone: refused.gone,
};

export default command({
  summary: "approve an update that was submitted",
  options: {
    campaign,
    update,
    approveAlone,
    anew: flag("ask first for the approval of one on hold, as its emails are now"),
  },
  async run(on, { update: { campaignId, publicId, update }, approveAlone: alone, anew }) {
    const { db } = on;
    const onUpdate = { campaignId, publicId, actor: "operator" } as const;
    if (anew) {
      const { outcome } = await askAnew(db, onUpdate);
      if (outcome !== "submitted") throw new CommandFailed(refusedAnew[outcome]);
    }
    const { outcome } = await approveUpdate(db, { ...onUpdate, version: update.version, alone });
    if (outcome !== "approved") throw new CommandFailed(refused[outcome] ?? outcome);
    return done({ outcome, publicId, number: update.number }, `Update ${update.number} is approved.`);
  },
});
