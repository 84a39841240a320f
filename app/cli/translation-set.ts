import { correctTranslation } from "../domain/campaigns/correct-translation.server.ts";
import { publishTranslations, saveTranslations } from "../domain/campaigns/save-translations.server.ts";
import { CommandFailed, editedMeanwhile, exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { languageOf, requireTranslating } from "./on-translation.ts";

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
    const seen = translating.texts.filter(({ draft, isSigned }) => draft !== null && !isSigned);
    const published = await publishTranslations(opened.db, { ...on, seen });
    if (published.outcome === "nothing")
      throw new CommandFailed("No translation waits: nothing was published.");
    if (published.outcome !== "saved") throw editedMeanwhile();
    tell(json, { ...published, outcome: "published" }, `Published: ${published.texts}.`);
    return exitCodes.done;
  });
}

/** Puts a better translation of the petition in force, as another version of it that means the same. */
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
  const notes = { note: required(note, "note"), noteIn: required(noteIn, "note-in") };
  return withDatabase("translation correct", async (opened) => {
    const { on, translating } = await requireTranslating(opened, slug, locale);
    const seen = translating.texts.filter(({ draft, isSigned }) => draft !== null && isSigned);
    const corrected = await correctTranslation(opened.db, { ...on, ...notes, seen });
    if (corrected.outcome === "nothing")
      throw new CommandFailed("No translation of the petition in force waits: nothing was published.");
    if (corrected.outcome !== "published") throw editedMeanwhile();
    tell(json, corrected, `People sign version ${corrected.version} from now on.`);
    return exitCodes.done;
  });
}
