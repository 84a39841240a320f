import { campaign, command, done } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { language, requireTranslating } from "#app/cli/translation/parts/translation.ts";

const short = (words: string) => (words.length > 60 ? `${words.slice(0, 59)}…` : words).replaceAll("\n", " ");

export default command({
  summary: "list texts with their translations",
  options: { campaign, in: language, missing: flag("only texts to translate or check") },
  async run(on, { in: locale, missing }) {
    const { translating } = await requireTranslating(on, locale);
    const { texts: all, isChosen, isOffered, isComplete } = translating;
    const texts = all.filter(({ state }) => !missing || state === "missing" || state === "older");
    const rows = texts.map(({ key, state, part, field, text: words }) => [
      key,
      state,
      part,
      field,
      short(words),
    ]);
    return done(
      { outcome: "listed", locale, isChosen, isOffered, isComplete, texts },
      ...table(["key", "state", "part", "field", "text"], rows),
      isOffered
        ? isComplete
          ? `Nothing is missing: "${locale}" is offered.`
          : `"${locale}" is offered. Texts without translation are shown in the original, marked.`
        : isComplete
          ? `Nothing is missing. "${locale}" is not among the campaign’s languages.`
          : `"${locale}" is not offered until nothing is missing.`,
    );
  },
});
