import { claimRefused } from "#app/cli/claim/parts/claim.ts";
import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { number, oneOf, required } from "#app/cli/options.ts";
import { moveClaim } from "#app/domain/campaign/claims/move-claim.server.ts";

export default command({
  summary: "move a claim one place up or down; the page changes at once",
  options: {
    campaign,
    claim: required(number("the claim", "claim list")),
    to: required(oneOf(["up", "down"], "the direction")),
  },
  async run({ db, operator }, { claim: id, to }) {
    const { outcome } = await moveClaim(db, { ...operator, id, to });
    if (outcome === "at-the-end")
      throw new CommandFailed(`It is already ${to === "up" ? "first" : "last"} in its section.`);
    if (outcome !== "moved") throw claimRefused(outcome);
    return done({ outcome, claim: id }, `Claim ${id} moved ${to}.`);
  },
});
