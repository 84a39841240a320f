import { campaign, command, done } from "#app/cli/command.ts";
import { pack, packRefused } from "#app/cli/pack/parts/pack.ts";
import { discardPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";

export default command({
  summary: "record that a pack will not be handed over and its copies are destroyed",
  options: { campaign, pack },
  async run({ db }, { pack: { on, number } }) {
    const { outcome } = await discardPack(db, on);
    if (outcome !== "discarded") throw packRefused(outcome);
    return done({ outcome, pack: number }, `Pack ${number} is discarded.`);
  },
});
