import { correctTranslation } from "#app/domain/campaign/translations/correct-translation.server.ts";
import {
  publishTranslations,
  saveTranslations,
} from "#app/domain/campaign/translations/save-translations.server.ts";
import { isOfPetition, isPublishable } from "#app/domain/campaign/translations/translation.ts";
import { words } from "#app/i18n/index.ts";
import { withDatabase } from "./environment.ts";
import { CommandFailed, editedMeanwhile, exitCodes, readOptions, required, tell, UsageError } from "./old.ts";
import { askedLines } from "./petition-approve.ts";
import { languageOf, requireTranslating } from "./translation.ts";

const option = { type: "string" } as const;

/** Writes down the translation of one text; nobody reads it until it is published. */
export async function translationSet(args: string[]): Promise<number> {
  const { json, campaign, key, text, ...given } = readOptions(args, {
    ...{ campaign: option, in: option, key: option, text: option },
  });
  const slug = required(campaign, "campaign");
  const locale = languageOf(given.in);
  const [named, words] = [required(key, "key"), required(text, "text")];
  return withDatabase("translation set", async (opened) => {
    const { on, translating } = await requireTranslating(opened, slug, locale);
    const one = translating.texts.find((each) => each.key === named);
    if (!one) throw new CommandFailed(`The campaign has no text "${named}": see \`translation list\`.`);
    const written = [{ key: one.key, version: one.version, text: words }];
    const saved = await saveTranslations(opened.db, { ...on, written });
    if (saved.outcome !== "saved") throw editedMeanwhile();
    tell(json, saved, "Stored as a draft: `translation publish` makes it public.");
    return exitCodes.done;
  });
}

/** Makes public the translations that are written. */
export async function translationPublish(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, { campaign: option, in: option });
  const slug = required(campaign, "campaign");
  const locale = languageOf(given.in);
  return withDatabase("translation publish", async (opened) => {
    const { on, translating } = await requireTranslating(opened, slug, locale);
    const seen = translating.texts.filter(isPublishable);
    const published = await publishTranslations(opened.db, { ...on, seen });
    if (published.outcome === "nothing")
      throw new CommandFailed("No translation waits: nothing was published.");
    if (published.outcome !== "saved") throw editedMeanwhile();
    tell(json, { ...published, outcome: "published" }, `Published: ${published.texts}.`);
    return exitCodes.done;
  });
}

const needsNotes =
  "--note and --note-in say what was put right, in the language of the campaign and in that of --in";

/**
 * Puts a translation of the petition in force; a better one as another version of it that means the same. Once people have
 * signed it only asks for an approval.
 */
export async function translationCorrect(args: string[]): Promise<number> {
  const {
    json,
    campaign,
    note,
    "note-in": noteIn,
    ...given
  } = readOptions(args, {
    ...{ campaign: option, in: option, note: option, "note-in": option },
  });
  const slug = required(campaign, "campaign");
  const locale = languageOf(given.in);
  if ((note === undefined) !== (noteIn === undefined)) throw new UsageError(needsNotes);
  const notes = note && noteIn ? { note, noteIn } : null;
  return withDatabase("translation correct", async (opened) => {
    const { on, translating } = await requireTranslating(opened, slug, locale);
    const seen = translating.texts.filter(isOfPetition);
    const corrected = await correctTranslation(opened.db, { ...on, notes, seen });
    if (corrected.outcome === "asked") {
      const lines = seen.map(({ translation, draft }) => `${translation ?? "(none)"}\n→ ${draft}`);
      tell(json, corrected, ...lines, ...askedLines(corrected.forecast));
      return exitCodes.done;
    }
    if (corrected.outcome === "nothing")
      throw new CommandFailed("No translation of the petition in force waits: nothing was published.");
    if (corrected.outcome === "notes-missing") throw new UsageError(needsNotes);
    if (corrected.outcome === "half" || corrected.outcome === "already-asked")
      throw new CommandFailed(words("en").editing.refused[corrected.outcome] ?? corrected.outcome);
    if (corrected.outcome !== "published") throw editedMeanwhile();
    tell(json, corrected, `People sign version ${corrected.version} from now on.`);
    return exitCodes.done;
  });
}
