import { CommandFailed, type OfCampaign } from "#app/cli/command.ts";
import { atLeastOnce, found, foundIfGiven, number, repeated, required } from "#app/cli/options.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { words } from "#app/i18n/index.ts";

/** Says why a claim was refused, in console words. */
export const claimRefused = (outcome: string) =>
  new CommandFailed(words("en").editing.refused[outcome] ?? "There is no such claim. Run `claim list`.");

const named = number("the claim", "claim list");

async function requireClaim({ db, campaign }: OfCampaign, id: number) {
  const edited = await findEditedClaim(db, campaign.id, id);
  if (!edited) throw claimRefused("gone");
  return edited;
}

/** The claim that a command is about. */
export const claim = found(required(named), requireClaim);

/** The claims that a command is about; given again for each. */
export const claims = found(atLeastOnce(repeated(named)), async (on: OfCampaign, ids: readonly number[]) => {
  const all = [];
  for (const id of ids) all.push(await requireClaim(on, id));
  return all;
});

/** The same; without it, a new one. */
export const claimIfGiven = foundIfGiven(named, requireClaim);
