import { CommandFailed } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import type { LanguageGap } from "#app/domain/campaign/translations/language-gap.ts";

/** Publishes even if a translation is missing. */
export const untranslated = flag("publish even if a translation is missing");

const remedies = {
  draft:
    "Translate it first (`translation set`, `translation publish`). Or add --untranslated: the original is shown there, marked.",
  // A correction has no draft to translate.
  correction:
    "Add --untranslated, then translate it (`translation set`, `translation publish`). Until then the original is shown there, marked.",
};

/** Refuses to publish untranslated text, unless `--untranslated` is given. */
export function refuseGaps(
  gaps: readonly LanguageGap[],
  isKnown: boolean | undefined,
  what: keyof typeof remedies = "draft",
): void {
  if (isKnown || gaps.length === 0) return;
  throw new CommandFailed(
    [
      "Nothing was published. Translations are missing:",
      ...gaps.map(({ locale, fields }) => `${locale}: ${fields.join(", ")}`),
      remedies[what],
    ].join("\n"),
  );
}
