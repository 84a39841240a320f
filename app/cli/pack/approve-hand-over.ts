import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { approveAlone, text } from "#app/cli/options.ts";
import { pack, packRefused } from "#app/cli/pack/parts/pack.ts";
import { approveHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";

export default command({
  summary: "approve a handover recorded by an organizer",
  options: {
    campaign,
    pack,
    seen: text("MARK", "the mark of the record; printed if left out"),
    approveAlone,
  },
  async run({ db }, { pack: { on, number, told }, seen, approveAlone: alone }) {
    if (!told) throw new CommandFailed("No handover is recorded, or it is already approved.");
    if (seen !== told.seen) {
      const when = told.handedOverAt.toISOString();
      throw new CommandFailed(
        `Recorded: handed over ${when} to ${told.to}. To approve it: --seen ${told.seen}`,
      );
    }
    const handed = await approveHandOver(db, { ...on, seen, alone });
    if (handed.outcome !== "recorded") throw packRefused(handed.outcome);
    return done(
      { ...handed, pack: number },
      `Approved. ${counted(handed.letters, "letter counts", "letters count")} as handed over.`,
    );
  },
});
