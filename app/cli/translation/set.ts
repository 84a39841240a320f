import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { language, requireTranslating } from "#app/cli/translation/parts/translation.ts";
import { saveTranslations } from "#app/domain/campaign/petition/save-translations.server.ts";

export default command({
  summary: "save the translation of a text as a draft",
  options: {
    campaign,
    in: language,
    key: required(text("K", "the text, from `translation list`")),
    text: required(text("T", "the translation")),
  },
  async run(context, { in: locale, key, text: translation }) {
    const { on, translating } = await requireTranslating(context, locale);
    const one = translating.texts.find((each) => each.key === key);
    if (!one) throw new CommandFailed(`There is no text "${key}". Run \`translation list\`.`);
    const written = [{ key: one.key, version: one.version, text: translation }];
    const saved = await saveTranslations(context.db, { ...on, written });
    if (saved.outcome !== "saved") throw conflict();
    return done(saved, "Saved as a draft. To publish: `translation publish`.");
  },
});
