import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { reply } from "#app/cli/reply/parts/reply.ts";
import { removeReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";

export default command({
  summary: "remove a reply from all pages",
  options: { campaign, reply },
  async run({ db }, { reply: on }) {
    const { outcome } = await removeReply(db, on);
    if (outcome !== "removed") throw new CommandFailed("It was just removed.");
    return done({ outcome }, "The reply is removed from all pages.");
  },
});
