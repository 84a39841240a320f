import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { language, requireTranslating } from "#app/cli/translation/parts/translation.ts";
import { saveTranslations } from "#app/domain/campaign/translations/save-translations.server.ts";

export default command({
  summary: "store the translation of one text as a draft",
  options: {
    campaign,
    in: language,
    key: required(text("K", "the text, as `translation list` prints it")),
    text: required(text("T", "its translation")),
  },
  async run(context, { in: locale, key, text: translation }) {
    const { on, translating } = await requireTranslating(context, locale);
    const one = translating.texts.find((each) => each.key === key);
    if (!one) throw new CommandFailed(`The campaign has no text "${key}": see \`translation list\`.`);
    const written = [{ key: one.key, version: one.version, text: translation }];
    const saved = await saveTranslations(context.db, { ...on, written });
    if (saved.outcome !== "saved") throw conflict();
    return done(saved, "Stored as a draft: `translation publish` makes it public.");
  },
});
