import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { refuseGaps, untranslated } from "#app/cli/parts/untranslated.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import {
  gapsIn,
  newAmong,
  readOtherLanguages,
} from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";

const refusals: Record<string, string> = {
  stale: "Nothing was published: someone else just edited it. Run `campaign show`.",
  nothing: "Nothing was published: there is no draft.",
};

export default command({
  summary: "publish the page's drafts",
  options: { campaign, untranslated },
  async run({ db, operator, campaign: { slug } }, { untranslated }) {
    const edited = await readEditedWords(db, operator.campaignId);
    if (edited?.draft) {
      const texts = newAmong(neededTexts.page(edited.draft), neededTexts.page(edited.live));
      refuseGaps(gapsIn(await readOtherLanguages(db, operator.campaignId), texts), untranslated);
    }
    const what = { words: edited?.version ?? null, claims: [], correction: null };
    const published = await publishWords(db, { ...operator, ...what });
    if (published.outcome !== "published")
      throw new CommandFailed(
        refusals[published.outcome] ?? `There is no campaign "${slug}". Run \`campaign list\`.`,
      );
    return done(published, `Published: ${counted(published.fields, "field", "fields")}.`);
  },
});
