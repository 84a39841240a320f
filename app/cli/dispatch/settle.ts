import { campaign, command, done } from "#app/cli/command.ts";
import { dispatch, dispatchRefused } from "#app/cli/dispatch/parts/dispatch.ts";
import { id, required, yesOrNo } from "#app/cli/options.ts";
import { resolveUnknown } from "#app/domain/outgoing/dispatches/parts/resolve-unknown.server.ts";

const waiting = (n: number) => (n === 1 ? "1 letter waits again." : `${n} letters wait again.`);

export default command({
  summary: "record whether an email with unknown outcome arrived",
  options: {
    campaign,
    dispatch,
    mail: required(id("the email", "dispatch status")),
    arrived: required(yesOrNo("whether it arrived")),
  },
  async run({ db }, { dispatch: { on }, mail: partPublicId, arrived }) {
    const settled = await resolveUnknown(db, { ...on, partPublicId, arrived });
    if (settled.outcome !== "settled") throw dispatchRefused(settled.outcome);
    return done(settled, arrived ? "Recorded: it arrived." : `Recorded: ${waiting(settled.waiting)}`);
  },
});
