import { CommandFailed, type OfCampaign } from "#app/cli/command.ts";
import { found, foundIfGiven, required, text } from "#app/cli/options.ts";
import { findUpdate, findUpdateId } from "#app/domain/outgoing/updates/queries.server.ts";
import { words } from "#app/i18n/index.ts";

async function findNamed({ db, operator: { campaignId } }: OfCampaign, reference: string) {
  const publicId = await findUpdateId(db, campaignId, reference);
  const update = publicId ? await findUpdate(db, campaignId, publicId) : null;
  if (!update) throw new CommandFailed(`There is no update "${reference}". Run \`update list\`.`);
  return { campaignId, publicId: update.publicId, update };
}

const named = text("ID", "the update, by number or id");

/** The update that a command is about. */
export const update = found(required(named), findNamed);

/** The same; without it, a new one. */
export const updateIfGiven = foundIfGiven(named, findNamed);

/** Refuses for an update, in the console's words. */
export const updateRefused = (outcome: string) =>
  new CommandFailed(
    words("en").updates.refused[outcome] ?? "This update no longer exists. Run `update list`.",
  );
