import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { id, repeated, required } from "#app/cli/options.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "draft a consolidated letter, or letters on their own with --letter",
  options: {
    campaign,
    recipient: required(id("the recipient", "recipient list")),
    letter: repeated(id("a letter to send on its own", "letter list")),
  },
  read: ({ recipient: recipientPublicId, letter: letterPublicIds }) => ({
    recipientPublicId,
    letterPublicIds,
  }),
  async run({ db, operator: { campaignId, actor } }, wanted) {
    const kind = wanted.letterPublicIds.length > 0 ? "individual" : "consolidated";
    const drafted = await draftDispatch(db, { campaignId, actor, kind, cause: "organizer", ...wanted });
    if (drafted.outcome !== "drafted")
      throw new CommandFailed(
        words("en").letterConsole.dispatches.alone.refused[drafted.outcome] ?? drafted.outcome,
      );
    return done(
      { ...drafted, kind },
      `Dispatch ${drafted.number} (${drafted.publicId}) is a draft with the standard text. Next: \`dispatch preview\`, \`dispatch edit\` or \`dispatch submit\`.`,
      ...(drafted.left > 0 ? [words("en").letterConsole.dispatches.alone.left(drafted.left)] : []),
    );
  },
});
