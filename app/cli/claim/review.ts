import { claim, claimRefused } from "#app/cli/claim/parts/claim.ts";
import { campaign, command, done } from "#app/cli/command.ts";
import { day } from "#app/cli/options.ts";
import { reviewClaim } from "#app/domain/campaign/claims/review-claim.server.ts";

export default command({
  summary: "record that a public claim is still true; the next review is in 90 days",
  options: { campaign, claim, next: day("the day of the next review") },
  async run({ db, operator }, { claim: { id, version }, next }) {
    const reviewed = await reviewClaim(db, { ...operator, id, version, reviewBy: next });
    const { outcome, reviewBy } = reviewed;
    if (outcome !== "reviewed") throw claimRefused(outcome === "stale" ? "stale-claim" : outcome);
    return done({ outcome, claim: id, reviewBy }, `Claim ${id} is reviewed. Next review: ${reviewBy}.`);
  },
});
