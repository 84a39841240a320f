import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { refuseGaps, untranslated } from "#app/cli/parts/untranslated.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { gapsOfClaim, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";

export default command({
  summary: "publish a claim as last saved",
  options: { campaign, claim: required(text("ID", "the claim")), untranslated },
  async run({ db, operator }, { claim: reference, untranslated }) {
    const { campaignId } = operator;
    const id = /^\d{1,15}$/.test(reference) ? Number(reference) : 0;
    const claim = await findEditedClaim(db, campaignId, id);
    if (!claim) throw new CommandFailed(`There is no claim "${reference}". Run \`claim list\`.`);
    refuseGaps(gapsOfClaim(await readOtherLanguages(db, campaignId), claim), untranslated);
    const claims = [{ id, version: claim.version }];
    const published = await publishWords(db, { ...operator, words: null, claims, correction: null });
    if (published.outcome === "no-source")
      throw new CommandFailed(
        "Nothing was published: the claim needs a publisher and a date, unless it is an opinion.",
      );
    if (published.outcome !== "published") throw new CommandFailed("It has no changes to publish.");
    return done({ outcome: "published", claim: id }, `Claim ${id} is public.`);
  },
});
