import { CommandFailed, campaign, command, counted, done, UsageError } from "#app/cli/command.ts";
import { dispatch } from "#app/cli/dispatch/parts/dispatch.ts";
import { approveAlone, required, text, textFile } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { recordReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";

export default command({
  summary: "record an answer of the company",
  options: {
    campaign,
    dispatch,
    on: required(text("DAY", "when it came")),
    from: required(text("WHO", "who answered")),
    file: required(textFile("its text")),
    approveAlone,
  },
  async run({ db, scope }, { dispatch: { on }, approveAlone: alone, ...given }) {
    const form = ReplyForm.safeParse({
      received_on: given.on,
      from_whom: given.from,
      text: given.file,
      dispatch: on.publicId,
    });
    if (!form.success)
      throw new UsageError("--on is a day, --from at most 200 letters, --file a text of at most 20,000");

    const recorded = await recordReply(db, scope, form.data, new Date(), { alone });
    if (recorded.outcome === "frozen") throw new CommandFailed(whileFrozen);
    if (recorded.outcome !== "recorded")
      throw new CommandFailed(
        "That day is before the dispatch began, or it has not begun, or is yet to come.",
      );
    const line = recorded.waits
      ? "Recorded: an organizer approves it, or `reply approve --approve-alone`."
      : `It is public, and ${counted(recorded.told, "writer is", "writers are")} told.`;
    return done(recorded, line);
  },
});
