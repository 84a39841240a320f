import { claim, claimRefused } from "#app/cli/claim/parts/claim.ts";
import { campaign, command, done } from "#app/cli/command.ts";
import { withdrawClaim } from "#app/domain/campaign/claims/remove-claim.server.ts";

export default command({
  summary: "take a claim off the public page; it is kept",
  options: { campaign, claim },
  async run({ db, operator }, { claim: { id, version } }) {
    const { outcome } = await withdrawClaim(db, { ...operator, id, version });
    if (outcome !== "withdrawn") throw claimRefused(outcome === "stale" ? "stale-claim" : outcome);
    return done({ outcome, claim: id }, `Claim ${id} is on the public page no more, and is kept.`);
  },
});
