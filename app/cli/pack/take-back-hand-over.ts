import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { pack } from "#app/cli/pack/parts/pack.ts";
import { takeBackHandOver } from "#app/domain/outgoing/packs/take-back-hand-over.server.ts";

export default command({
  summary: "take back a recorded hand-over that nobody approved, so that it can be recorded again",
  options: { campaign, pack },
  async run({ db }, { pack: { on, number, told } }) {
    if (!told) throw new CommandFailed("Nobody has recorded that it was handed over, or it counts already.");
    const { outcome } = await takeBackHandOver(db, { ...on, seen: told.seen });
    if (outcome !== "taken-back") throw new CommandFailed("It was approved or taken back just now.");
    return done({ outcome, pack: number }, `Pack ${number}: nothing is recorded any more.`);
  },
});
