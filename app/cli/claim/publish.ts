import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { refuseGaps } from "#app/cli/untranslated.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { publishWords } from "#app/domain/campaign/publish-words.server.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { gapsOfClaim, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";

const text = { type: "string" } as const;

/** Makes a claim public as it was saved last. */
export async function claimPublish(args: string[]): Promise<number> {
  const { json, campaign, claim, untranslated } = readOptions(args, {
    ...{ campaign: text, claim: text, untranslated: { type: "boolean" } },
  });
  const slug = required(campaign, "campaign");
  const reference = required(claim, "claim");
  return withDatabase("claim publish", async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const id = /^\d{1,15}$/.test(reference) ? Number(reference) : 0;
    const found = await findEditedClaim(opened.db, campaignId, id);
    if (!found) throw new CommandFailed(`The campaign has no claim "${reference}": see \`claim list\`.`);
    refuseGaps(gapsOfClaim(await readOtherLanguages(opened.db, campaignId), found), untranslated);
    const published = await publishWords(opened.db, {
      ...{ campaignId, actor: "operator" },
      ...{ words: null, claims: [{ id, version: found.version }], correction: null },
    });
    if (published.outcome === "no-source")
      throw new CommandFailed("It names no publisher or no day, and is no opinion: nothing was published.");
    if (published.outcome !== "published") throw new CommandFailed("Nothing of it waits to be published.");
    tell(json, { outcome: "published", claim: id }, `Claim ${id} is public.`);
    return exitCodes.done;
  });
}
