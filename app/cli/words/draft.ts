import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, editedMeanwhile, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { readForm } from "#app/cli/on-campaign.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { saveWords } from "#app/domain/campaign/save-words.server.ts";
import { fieldsOfWords, WordsForm, wordsOfForm } from "#app/domain/campaign/words-form.ts";
import { words as catalogue, type Locale, locales } from "#app/i18n/index.ts";

const text = { type: "string" } as const;
const options = {
  title: text,
  eyebrow: text,
  standfirst: text,
  method: text,
  care: text,
  goals: text,
  languages: text,
  ...(Object.fromEntries(locales.map((locale) => [`share-${locale}`, text])) as Record<
    `share-${Locale}`,
    typeof text
  >),
} as const;

/** Writes down what the page of a campaign will say; what is not named stays. Nobody reads it until it is published. */
export async function wordsDraft(args: string[]): Promise<number> {
  const { json, campaign, goals, languages, ...given } = readOptions(args, { campaign: text, ...options });
  const slug = required(campaign, "campaign");
  return withDatabase("words draft", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const edited = await readEditedWords(opened.db, id);
    if (!edited) throw new CommandFailed(`There is no campaign "${slug}".`);
    const { version } = edited;
    const stands = fieldsOfWords(edited.draft ?? edited.live);
    const spoken = languages?.split(",").map((one) => one.trim());
    const named = {
      ...Object.fromEntries(Object.entries(given).map(([name, said]) => [name.replace("-", "_"), said])),
      ...(goals !== undefined && { goal_steps: goals }),
      ...(spoken && { languages: spoken, first_language: spoken[0] }),
    };
    const fields = { ...stands, ...named, version: String(version) };
    const form = readForm(WordsForm, fields, catalogue("en").editing.errors, {
      ...{ goal_steps: "goals", first_language: "languages" },
    });
    const words = wordsOfForm(form);
    const saved = await saveWords(opened.db, { campaignId: id, actor: "operator", version, words });
    if (saved.outcome !== "saved") throw editedMeanwhile();
    tell(json, saved, `Stored as a draft, version ${saved.version}: \`words publish\` makes it public.`);
    return exitCodes.done;
  });
}
