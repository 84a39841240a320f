import { campaign, command, done } from "#app/cli/command.ts";
import { dispatch, dispatchRefused } from "#app/cli/dispatch/parts/dispatch.ts";
import { id, required } from "#app/cli/options.ts";
import { requeueLetters } from "#app/domain/outgoing/dispatches/sending/end-dispatch.server.ts";

const waiting = (n: number) => (n === 1 ? "1 letter waits again." : `${n} letters wait again.`);

export default command({
  summary: "return the letters of a bounced email to the queue",
  options: { campaign, dispatch, mail: required(id("the email", "dispatch status")) },
  async run({ db }, { dispatch: { on }, mail: partPublicId }) {
    const back = await requeueLetters(db, { ...on, partPublicId });
    if (back.outcome !== "put-back") throw dispatchRefused(back.outcome);
    return done(back, waiting(back.waiting));
  },
});
