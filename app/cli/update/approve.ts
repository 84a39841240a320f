import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { whileFrozen } from "#app/cli/on-campaign.ts";
import { requireUpdate } from "#app/cli/update.ts";
import { approveAsOperator } from "#app/domain/outgoing/updates/approve-as-operator.server.ts";
import { askAnew } from "#app/domain/outgoing/updates/ask-anew.server.ts";

const text = { type: "string" } as const;

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

/**
 * Approves an update that was submitted. What the operator submitted needs `--approve-alone`. `--anew`: asks first for the
 * approval of one that stands still because its mails would say something else than was approved, as they are now.
 */
export async function updateApprove(args: string[]): Promise<number> {
  const { json, campaign, update, ...given } = readOptions(args, {
    ...{ campaign: text, update: text },
    "approve-alone": { type: "boolean" },
    anew: { type: "boolean" },
  });
  const slug = required(campaign, "campaign");
  const reference = required(update, "update");

  return withDatabase("update approve", async (opened) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, slug, reference);
    if (given.anew) {
      const on = { campaignId, publicId, actor: "operator" } as const;
      const { outcome } = await askAnew(opened.db, on);
      if (outcome !== "submitted") throw new CommandFailed(refusedAnew[outcome]);
    }
    const input = { campaignId, publicId, version: update.version, alone: given["approve-alone"] === true };
    const { outcome } = await approveAsOperator(opened.db, input);
    if (outcome !== "approved") throw new CommandFailed(refused[outcome] ?? outcome);
    tell(json, { outcome, publicId, number: update.number }, `Update ${update.number} is approved.`);
    return exitCodes.done;
  });
}
