import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { atLeastOnce, flag, found, number, repeated } from "#app/cli/options.ts";
import { removalUndoMinutes } from "#app/domain/campaign/claims/removal.ts";
import { removeClaims } from "#app/domain/campaign/claims/remove-claims.server.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import type { EditedClaim } from "#app/domain/campaign/wording.ts";
import { whyNot } from "#app/i18n/en/acts.ts";

const gone = "There is no such claim. Run `claim list`.";

/** The claims as they are now; given again for each. */
const claims = found(
  atLeastOnce(repeated(number("the claim", "claim list"))),
  async ({ db, campaign }, ids: readonly number[]) => {
    const all: EditedClaim[] = [];
    for (const id of ids) {
      const claim = await findEditedClaim(db, campaign.id, id);
      if (!claim) throw new CommandFailed(gone);
      all.push(claim);
    }
    return all;
  },
);

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
    if (outcome !== "removed")
      throw new CommandFailed(whyNot("claim", outcome === "stale" ? "stale-removal" : outcome) ?? gone);
    const { deleted, withdrawn } = removed;
    const at = removed.at.toISOString();
    return done(
      { outcome, claims: chosen.map(({ id }) => id), deleted, withdrawn, at },
      `${deleted} deleted; the history keeps their text. ${withdrawn} no longer public.`,
      `To undo within ${removalUndoMinutes} minutes: claim undo --at ${at}`,
    );
  },
});
