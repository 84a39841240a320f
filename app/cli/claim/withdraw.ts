import { claim, claimRefused } from "#app/cli/claim/parts/claim.ts";
import { campaign, command, done } from "#app/cli/command.ts";
import { withdrawClaim } from "#app/domain/campaign/claims/withdraw-claim.server.ts";

export default command({
  summary: "unpublish a claim without deleting it",
  options: { campaign, claim },
  async run({ db, operator }, { claim: { id, version } }) {
    const { outcome } = await withdrawClaim(db, { ...operator, id, version });
    if (outcome !== "withdrawn") throw claimRefused(outcome === "stale" ? "stale-claim" : outcome);
    return done({ outcome, claim: id }, `Claim ${id} is no longer public.`);
  },
});
