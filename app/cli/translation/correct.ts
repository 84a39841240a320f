import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { askedLines } from "#app/cli/petition/parts/petition.ts";
import { language, requireTranslating } from "#app/cli/translation/parts/translation.ts";
import { correctTranslation } from "#app/domain/campaign/petition/correct-translation.server.ts";
import { isOfPetition } from "#app/domain/campaign/translations/translation.ts";
import { words } from "#app/i18n/index.ts";

const needsNotes =
  "Add both --note and --note-in: what was corrected, in the campaign's language and in that of --in";

export default command({
  summary: "publish a translation of the petition, or ask for approval if people have signed",
  options: {
    campaign,
    in: language,
    note: text("T", "what was corrected, if it replaces a public translation"),
    noteIn: text("T", "the same in the other language"),
  },
  read({ note, noteIn, ...given }) {
    if ((note === undefined) !== (noteIn === undefined)) throw new UsageError(needsNotes);
    return { ...given, notes: note && noteIn ? { note, noteIn } : null };
  },
  async run(context, { in: locale, notes }) {
    const { on, translating } = await requireTranslating(context, locale);
    const seen = translating.texts.filter(isOfPetition);
    const corrected = await correctTranslation(context.db, { ...on, notes, seen });
    if (corrected.outcome === "asked") {
      const lines = seen.map(({ translation, draft }) => `${translation ?? "(none)"}\n→ ${draft}`);
      return done(corrected, ...lines, ...askedLines(corrected.forecast));
    }
    if (corrected.outcome === "nothing")
      throw new CommandFailed("Nothing was published: the petition has no translation draft.");
    if (corrected.outcome === "notes-missing") throw new UsageError(needsNotes);
    if (corrected.outcome === "half" || corrected.outcome === "already-asked")
      throw new CommandFailed(words("en").editing.refused[corrected.outcome] ?? corrected.outcome);
    if (corrected.outcome !== "published") throw conflict();
    return done(corrected, `People now sign version ${corrected.version}.`);
  },
});
