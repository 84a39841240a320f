import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { languageOf, requireTranslating } from "#app/cli/translation.ts";

const text = { type: "string" } as const;

/** The texts of a campaign with their translations; `--missing`: those that somebody has to look at. */
export async function translationList(args: string[]): Promise<number> {
  const { json, campaign, missing, ...given } = readOptions(args, {
    ...{ campaign: text, in: text, missing: { type: "boolean" } },
  });
  const slug = required(campaign, "campaign");
  const locale = languageOf(given.in);
  return withDatabase("translation list", async (opened) => {
    const { translating } = await requireTranslating(opened, slug, locale);
    const { texts: all, isChosen, isOffered, isComplete } = translating;
    const texts = all.filter(({ state }) => !missing || state === "missing" || state === "older");
    const short = (words: string) =>
      (words.length > 60 ? `${words.slice(0, 59)}…` : words).replaceAll("\n", " ");
    const rows = texts.map(({ key, state, part, field, text: words }) => [
      ...[key, state, part, field, short(words)],
    ]);
    tell(
      json,
      { outcome: "listed", locale, isChosen, isOffered, isComplete, texts },
      ...(rows.length === 0 ? [] : table(["key", "state", "part", "field", "text"], rows)),
      isOffered
        ? isComplete
          ? `Nothing is missing: "${locale}" is offered.`
          : `"${locale}" is offered. What has no translation shows as it was written, marked.`
        : isComplete
          ? `Nothing is missing. "${locale}" is not among the campaign’s languages.`
          : `"${locale}" is not offered until nothing is missing.`,
    );
    return exitCodes.done;
  });
}
