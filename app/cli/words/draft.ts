import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { fieldsOfWords, WordsForm, wordsOfForm } from "#app/domain/campaign/forms/words-form.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";
import { words as catalogue, locales } from "#app/i18n/index.ts";

const shareOptions = Object.fromEntries(
  locales.map((locale) => [`share-${locale}`, text("T", `the text people share, in "${locale}"`)]),
);

export default command({
  summary: "save the page's texts as a draft; options left out keep their values",
  options: {
    campaign,
    title: text("T", "the title"),
    eyebrow: text("T", "the line above the title"),
    standfirst: text("T", "the subheading below the title"),
    method: text("T", "how the campaign knows what it says"),
    care: text("T", "who should be careful about signing"),
    handoverOn: text("YYYY-MM-DD", "the date the signatures are handed over"),
    goals: text("N,N", "the goals for signatures, rising"),
    languages: text("en,es", "the languages, the campaign's own first"),
    ...shareOptions,
  },
  async run({ db, operator, campaign: { slug } }, { goals, languages, handoverOn, ...given }) {
    const edited = await readEditedWords(db, operator.campaignId);
    if (!edited) throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    const { version } = edited;
    const spoken = languages?.split(",").map((one) => one.trim());
    const named = Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.replace("-", "_"), value]],
    );
    const fields = {
      ...fieldsOfWords(edited.draft ?? edited.live),
      ...Object.fromEntries(named),
      ...(handoverOn !== undefined && { handover_on: handoverOn }),
      ...(goals !== undefined && { goal_steps: goals }),
      ...(spoken && { languages: spoken, first_language: spoken[0] }),
      version: String(version),
    };
    const form = readForm(WordsForm, fields, catalogue("en").editing.errors, {
      goal_steps: "goals",
      first_language: "languages",
    });
    const saved = await saveWords(db, { ...operator, version, words: wordsOfForm(form) });
    if (saved.outcome !== "saved") throw conflict();
    return done(saved, `Saved as draft version ${saved.version}. To publish: \`words publish\`.`);
  },
});
