import { campaign, command, counted, done } from "#app/cli/command.ts";
import { dispatch, dispatchRefused } from "#app/cli/dispatch/parts/dispatch.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";

export default command({
  summary: "ask for approval; its letters and names are then fixed",
  options: { campaign, dispatch },
  async run({ db }, { dispatch: { dispatch, on, named } }) {
    const submitted = await submitDispatch(db, { ...on, version: dispatch.version });
    if (submitted.outcome !== "submitted") throw dispatchRefused(submitted.outcome);
    const { letters, names, parts } = submitted;
    return done(
      { ...submitted, ...named },
      `Dispatch ${named.number} needs approval: ${counted(letters, "letter", "letters")} and ${counted(names, "name", "names")} in ${counted(parts, "email", "emails")}.`,
      "An organizer can approve it in the console. Or run `dispatch approve --approve-alone`.",
    );
  },
});
