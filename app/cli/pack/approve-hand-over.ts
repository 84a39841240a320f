import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { pack, packRefused } from "#app/cli/pack/parts/pack.ts";
import { approveHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";

export default command({
  summary: "approve the record of a hand-over that an organizer made",
  options: {
    campaign,
    pack,
    seen: text("MARK", "the mark of what was recorded, which is printed without it"),
  },
  async run({ db }, { pack: { on, number, told }, seen }) {
    if (!told) throw new CommandFailed("Nobody has recorded that it was handed over, or it counts already.");
    if (seen !== told.seen) {
      const when = told.handedOverAt.toISOString();
      throw new CommandFailed(
        `Recorded: handed over ${when} to ${told.to}. Approve that by --seen ${told.seen}`,
      );
    }
    const handed = await approveHandOver(db, { ...on, seen });
    if (handed.outcome !== "recorded") throw packRefused(handed.outcome);
    return done(
      { ...handed, pack: number },
      `Approved: ${counted(handed.letters, "letter is", "letters are")} sent by it.`,
    );
  },
});
