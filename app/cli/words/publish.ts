import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { refuseGaps, untranslated } from "#app/cli/parts/untranslated.ts";
import { publishWords } from "#app/domain/campaign/publish-words.server.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import {
  gapsIn,
  newAmong,
  readOtherLanguages,
} from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";

const refusals: Record<string, string> = {
  stale: "Somebody edited it at this moment: nothing was published. Look at `campaign show` again.",
  nothing: "No draft waits: nothing was published.",
};

export default command({
  summary: "make public what is drafted of its page",
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
      throw new CommandFailed(refusals[published.outcome] ?? `There is no campaign "${slug}".`);
    return done(published, `Published: ${counted(published.fields, "field", "fields")}.`);
  },
});
