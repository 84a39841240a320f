import { CommandFailed } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import type { LanguageGap } from "#app/domain/campaign/translations/language-gap.ts";

/** Publishes what another language would lack. */
export const untranslated = flag("publish it although a language of the campaign lacks its translation");

const remedies = {
  draft:
    "Translate it first (`translation set`, `translation publish`), or give --untranslated: there it shows as it was written, marked.",
  // A correction has no draft to translate.
  correction:
    "Give --untranslated, then translate it (`translation set`, `translation publish`): until then it shows there as it was written, marked.",
};

/** Refuses to publish what another language would lack, unless `--untranslated` says that the operator knows. */
export function refuseGaps(
  gaps: readonly LanguageGap[],
  isKnown: boolean | undefined,
  what: keyof typeof remedies = "draft",
): void {
  if (isKnown || gaps.length === 0) return;
  throw new CommandFailed(
    [
      "Nothing was published: no public translation says it in these languages yet.",
      ...gaps.map(({ locale, fields }) => `${locale}: ${fields.join(", ")}`),
      remedies[what],
    ].join("\n"),
  );
}
