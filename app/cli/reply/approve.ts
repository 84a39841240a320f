import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { approveAlone } from "#app/cli/options.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { reply } from "#app/cli/reply/parts/reply.ts";
import { approveReply } from "#app/domain/entries/letters/replies/approve-reply.server.ts";

export default command({
  summary: "publish a reply that somebody recorded, as the second person",
  options: { campaign, reply, approveAlone },
  async run({ db }, { reply: on, approveAlone: alone }) {
    const approved = await approveReply(db, { ...on, alone });
    if (approved.outcome === "own")
      throw new CommandFailed(
        "The operator recorded it: an organizer approves it in the console, or give --approve-alone.",
      );
    if (approved.outcome === "frozen") throw new CommandFailed(whileFrozen);
    if (approved.outcome !== "approved") throw new CommandFailed("It is public already, or was taken back.");
    return done(approved, `It is public, and ${counted(approved.told, "writer is", "writers are")} told.`);
  },
});
