import { UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { CorrectionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { words } from "#app/i18n/index.ts";

export const correctionOptions = {
  kind: text("K", "the kind of correction"),
  on: text("DAY", "the day of the correction"),
  text: text("T", "what was corrected"),
};

/** Reads a line of the log as the console's form does. */
export function readCorrection({
  kind,
  on,
  text,
}: { [Name in keyof typeof correctionOptions]?: string | undefined }) {
  const fields = { kind, corrected_on: on, text };
  const form = readForm(CorrectionForm, fields, words("en").editing.errors, { corrected_on: "on" });
  return { kind: form.kind, correctedOn: form.corrected_on ?? "", text: form.text };
}

/** Refuses a day in the future. */
export const stillToCome = () => new UsageError("--on must not be in the future");
