import { onOne, requireDispatch } from "#app/cli/dispatch.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { whileFrozen } from "#app/cli/on-campaign.ts";
import { approveDispatchAsOperator } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";

const refused: Record<string, string> = {
  frozen: whileFrozen,
  own: "The operator wrote or submitted it: an organizer approves it in the console, or give --approve-alone.",
  changed: "It was changed just now: look at it again.",
  "submitted-otherwise":
    "What its mails say of office or campaign is other than when it was submitted: have it taken back and submitted anew.",
  "nothing-left": "Everything in it has been withdrawn since: cancel it.",
  "not-submitted": "Nobody has asked for its approval, or it has one.",
  gone: "There is no such dispatch any more.",
};

/** Approves a dispatch that was submitted, as the second person. It begins in a moment. */
export async function dispatchApprove(args: string[]): Promise<number> {
  const { json, ...given } = readOptions(args, { ...onOne, "approve-alone": { type: "boolean" } });
  const slug = required(given.campaign, "campaign");
  const reference = required(given.dispatch, "dispatch");

  return withDatabase("dispatch approve", async (opened) => {
    const { dispatch, on, named } = await requireDispatch(opened, slug, reference);
    const input = { ...on, version: dispatch.version, alone: given["approve-alone"] === true };
    const { outcome } = await approveDispatchAsOperator(opened.db, opened.env.keys, input);
    if (outcome !== "approved") throw new CommandFailed(refused[outcome] ?? outcome);
    tell(json, { outcome, ...named }, `Dispatch ${named.number} is approved.`);
    return exitCodes.done;
  });
}
