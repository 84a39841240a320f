import { campaign, command, done } from "#app/cli/command.ts";
import { approveAlone } from "#app/cli/options.ts";
import { pack, packRefused } from "#app/cli/pack/parts/pack.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";

export default command({
  summary: "approve a pack",
  options: { campaign, pack, approveAlone },
  async run({ db }, { pack: { on, number }, approveAlone: alone }) {
    const { outcome } = await approvePack(db, { ...on, alone });
    if (outcome !== "approved") throw packRefused(outcome);
    return done({ outcome, pack: number }, `Pack ${number} is approved. To make it: \`pack make\`.`);
  },
});
