import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { language, requireTranslating } from "#app/cli/translation/parts/translation.ts";
import { publishTranslations } from "#app/domain/campaign/petition/save-translations.server.ts";
import { isPublishable } from "#app/domain/campaign/translations/translation.ts";

export default command({
  summary: "publish translation drafts",
  options: { campaign, in: language },
  async run(context, { in: locale }) {
    const { on, translating } = await requireTranslating(context, locale);
    const seen = translating.texts.filter(isPublishable);
    const published = await publishTranslations(context.db, { ...on, seen });
    if (published.outcome === "nothing")
      throw new CommandFailed("Nothing was published: there are no translation drafts.");
    if (published.outcome !== "saved") throw conflict();
    return done({ ...published, outcome: "published" }, `Published: ${published.texts}.`);
  },
});
