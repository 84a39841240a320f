import { z } from "zod";
import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { language, requireTranslating } from "#app/cli/translation/parts/translation.ts";
import { translationField } from "#app/domain/campaign/forms/words-form.ts";
import { saveTranslations } from "#app/domain/campaign/petition/save-translations.server.ts";
import { words as catalogue } from "#app/i18n/index.ts";

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
    const form = z.object({ text: translationField(one.text) });
    const { text: words } = readForm(form, { text: translation }, catalogue("en").editing.errors);
    const written = [{ key: one.key, version: one.version, text: words }];
    const saved = await saveTranslations(context.db, { ...on, written });
    if (saved.outcome !== "saved") throw conflict();
    return done(saved, "Saved as a draft. To publish: `translation publish`.");
  },
});
