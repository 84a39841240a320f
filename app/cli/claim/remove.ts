import { claimRefused, claims } from "#app/cli/claim/parts/claim.ts";
import { campaign, command, done } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import { removalUndoMinutes } from "#app/domain/campaign/claims/removal.ts";
import { removeClaims } from "#app/domain/campaign/claims/remove-claims.server.ts";

export default command({
  summary: "delete claims that were never public",
  options: {
    campaign,
    claim: claims,
    withdraw: flag("also unpublish those that are public, and keep them as drafts"),
  },
  async run({ db, operator }, { claim: chosen, withdraw }) {
    const removed = await removeClaims(db, { ...operator, claims: chosen, withdraw });
    const { outcome } = removed;
    if (outcome !== "removed") throw claimRefused(outcome === "stale" ? "stale-removal" : outcome);
    const { deleted, withdrawn } = removed;
    const at = removed.at.toISOString();
    return done(
      { outcome, claims: chosen.map(({ id }) => id), deleted, withdrawn, at },
      `${deleted} deleted; the history keeps their text. ${withdrawn} no longer public.`,
      `To undo within ${removalUndoMinutes} minutes: claim undo --at ${at}`,
    );
  },
});
