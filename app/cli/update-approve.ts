import { approveAsOperator } from "../domain/updates/approve-as-operator.server.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { requireUpdate } from "./on-update.ts";

const text = { type: "string" } as const;

const refused = {
  own: "The operator wrote it: an organizer approves it in the console, or give --approve-alone.",
  changed: "It was changed just now: look at it again.",
  "not-submitted": "Nobody has asked for its approval, or it has one.",
  gone: "There is no such update any more.",
};

/** Approves an update that was submitted. What the operator submitted needs `--approve-alone`. */
export async function updateApprove(args: string[]): Promise<number> {
  const { json, campaign, update, ...given } = readOptions(args, {
    ...{ campaign: text, update: text },
    "approve-alone": { type: "boolean" },
  });
  const slug = required(campaign, "campaign");
  const reference = required(update, "update");

  return withDatabase("update approve", async (opened) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, slug, reference);
    const input = { campaignId, publicId, version: update.version, alone: given["approve-alone"] === true };
    const { outcome } = await approveAsOperator(opened.db, input);
    if (outcome !== "approved") throw new CommandFailed(refused[outcome]);
    tell(json, { outcome, publicId, number: update.number }, `Update ${update.number} is approved.`);
    return exitCodes.done;
  });
}
