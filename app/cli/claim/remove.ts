import { claim, claimRefused } from "#app/cli/claim/parts/claim.ts";
import { campaign, command, done } from "#app/cli/command.ts";
import { removeClaim } from "#app/domain/campaign/claims/remove-claim.server.ts";

export default command({
  summary: "delete a claim that was never public",
  options: { campaign, claim },
  async run({ db, operator }, { claim: { id, version } }) {
    const { outcome } = await removeClaim(db, { ...operator, id, version });
    if (outcome !== "removed") throw claimRefused(outcome === "stale" ? "stale-claim" : outcome);
    return done({ outcome, claim: id }, `Claim ${id} is deleted. Its text stays in the history.`);
  },
});
