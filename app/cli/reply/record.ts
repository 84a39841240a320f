import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { approveAlone, required, text, textFile } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { recordReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "record a reply from the company",
  options: {
    campaign,
    dispatch,
    on: required(text("DAY", "the date it came")),
    from: required(text("WHO", "who sent it")),
    file: required(textFile("the text")),
    approveAlone,
  },
  async run({ db, scope }, { dispatch: { on }, approveAlone: alone, ...given }) {
    const fields = { received_on: given.on, from_whom: given.from, text: given.file, dispatch: on.publicId };
    const form = readForm(ReplyForm, fields, words("en").lettersPublic.replies.errors, {
      received_on: "on",
      from_whom: "from",
      text: "file",
    });

    const recorded = await recordReply(db, scope, form, new Date(), { alone });
    if (recorded.outcome === "frozen") throw new CommandFailed(whileFrozen);
    if (recorded.outcome !== "recorded")
      throw new CommandFailed("Choose a date between the dispatch and today. The dispatch must have begun.");
    const line = recorded.waits
      ? "Recorded. An organizer can approve it in the console. Or run `reply approve --approve-alone`."
      : `The reply is public. ${counted(recorded.told, "writer gets", "writers get")} an email.`;
    return done(recorded, line);
  },
});
