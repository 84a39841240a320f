import { campaign, command, done } from "#app/cli/command.ts";
import { approveAlone } from "#app/cli/options.ts";
import { petitionRefused } from "#app/cli/petition/parts/petition.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";

export default command({
  summary: "approve the petition text that needs approval",
  options: { campaign, approveAlone },
  async run({ db, operator }, { approveAlone: alone }) {
    const approved = await approvePetition(db, { ...operator, publicId: null, alone });
    if (approved.outcome !== "published") throw petitionRefused(approved.outcome);
    return done(approved, `People now sign version ${approved.version}.`);
  },
});
