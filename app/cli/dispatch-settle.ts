import { settleUnknown } from "#app/domain/outgoing/dispatches/parts/settle-unknown.server.ts";
import { putBackLetters } from "#app/domain/outgoing/dispatches/put-back-letters.server.ts";
import { words } from "#app/i18n/index.ts";
import { requireDispatch } from "./dispatch.ts";
import { CommandFailed, exitCodes, required, tell } from "./old.ts";
import { idOf, onCampaign, oneOf } from "./on-campaign.ts";

const text = { type: "string" } as const;
const failed = (outcome: string) =>
  new CommandFailed(words("en").letterConsole.dispatches.refused[outcome] ?? outcome);
const waiting = (n: number) => (n === 1 ? "1 letter waits again." : `${n} letters wait again.`);

/** Says whether a mail of unknown fate arrived, once somebody found that out. */
export const dispatchSettle = onCampaign(
  "dispatch settle",
  { dispatch: text, mail: text, arrived: text },
  ({ dispatch, mail, arrived }) => ({
    reference: required(dispatch, "dispatch"),
    partPublicId: idOf(mail, "mail", "dispatch status"),
    arrived: oneOf(["yes", "no"], arrived, "arrived") === "yes",
  }),
  async ({ opened, json, campaign }, { reference, ...found }) => {
    const { on } = await requireDispatch(opened, campaign.slug, reference);
    const settled = await settleUnknown(opened.db, { ...on, ...found });
    if (settled.outcome !== "settled") throw failed(settled.outcome);
    tell(json, settled, found.arrived ? "Recorded: it arrived." : `Recorded: ${waiting(settled.waiting)}`);
    return exitCodes.done;
  },
);

/** Has the letters of a mail that came back wait again, for an office that was verified since. */
export const dispatchPutBack = onCampaign(
  "dispatch put-back",
  { dispatch: text, mail: text },
  ({ dispatch, mail }) => ({
    reference: required(dispatch, "dispatch"),
    partPublicId: idOf(mail, "mail", "dispatch status"),
  }),
  async ({ opened, json, campaign }, { reference, partPublicId }) => {
    const { on } = await requireDispatch(opened, campaign.slug, reference);
    const back = await putBackLetters(opened.db, { ...on, partPublicId });
    if (back.outcome !== "put-back") throw failed(back.outcome);
    tell(json, back, waiting(back.waiting));
    return exitCodes.done;
  },
);
