import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { approveAlone } from "#app/cli/options.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";
import { reply } from "#app/cli/reply/parts/reply.ts";
import { approveReply } from "#app/domain/entries/letters/replies/approve-reply.server.ts";

export default command({
  summary: "approve a recorded reply; it becomes public",
  options: { campaign, reply, approveAlone },
  async run({ db }, { reply: on, approveAlone: alone }) {
    const approved = await approveReply(db, { ...on, alone });
    if (approved.outcome === "own")
      throw new CommandFailed(
        "You recorded it, so an organizer must approve it in the console. Or add --approve-alone.",
      );
    if (approved.outcome === "frozen") throw new CommandFailed(whileFrozen);
    if (approved.outcome === "asker") throw new CommandFailed(askerGone);
    if (approved.outcome !== "approved") throw new CommandFailed("It is already public, or removed.");
    return done(
      approved,
      `The reply is public. ${counted(approved.told, "writer gets", "writers get")} an email.`,
    );
  },
});
