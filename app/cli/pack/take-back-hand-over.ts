import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { pack } from "#app/cli/pack/parts/pack.ts";
import { withdrawHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";

export default command({
  summary: "withdraw a recorded handover before it is approved",
  options: { campaign, pack },
  async run({ db }, { pack: { on, number, told } }) {
    if (!told) throw new CommandFailed("No handover is recorded, or it is already approved.");
    const { outcome } = await withdrawHandOver(db, { ...on, seen: told.seen });
    if (outcome !== "taken-back") throw new CommandFailed("It was just approved or withdrawn.");
    return done({ outcome, pack: number }, `Pack ${number}: the record is withdrawn.`);
  },
});
