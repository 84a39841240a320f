import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { dispatch, dispatchRefused } from "#app/cli/dispatch/parts/dispatch.ts";
import { text, textFile, yesOrNo } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { DispatchForm, dispatchContentOf } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import { saveDispatch } from "#app/domain/outgoing/dispatches/save-dispatch.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "edit a dispatch, which makes it a draft again; options left out keep their values",
  options: {
    campaign,
    dispatch,
    recipient: text("ID", "the recipient, from `recipient list`"),
    subject: text("T", "the subject"),
    bodyFile: textFile("the text"),
    names: yesOrNo("whether to include signers' names"),
  },
  read({ dispatch, ...given }) {
    if (Object.values(given).every((one) => one === undefined))
      throw new UsageError("Add --recipient, --subject, --body-file or --names");
    return { dispatch, ...given };
  },
  async run({ db }, { dispatch: { dispatch, on, named }, bodyFile: body, names, ...given }) {
    const fields = {
      version: String(dispatch.version),
      recipient: given.recipient ?? dispatch.recipient.publicId,
      subject: given.subject ?? dispatch.subject,
      body: body ?? dispatch.body,
      ...((names === undefined ? dispatch.withNames : names) && { with_names: "on" }),
    };
    const form = readForm(DispatchForm, fields, words("en").letterConsole.dispatches.errors, {
      body: "body-file",
      with_names: "names",
    });
    const saved = await saveDispatch(db, { ...on, version: form.version, content: dispatchContentOf(form) });
    if (saved.outcome === "stale")
      throw new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
    if (saved.outcome !== "saved") throw dispatchRefused(saved.outcome);
    const { version, tookBack } = saved;
    const line = `Dispatch ${named.number} is saved.${tookBack ? " It is a draft again. To ask for approval: `dispatch submit`." : ""}`;
    return done({ outcome: "saved", ...named, version, tookBack }, line);
  },
});
