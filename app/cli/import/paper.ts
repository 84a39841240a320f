import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { consentOptions } from "#app/cli/import/parts/import.ts";
import { flag, required, text, textFile } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { table } from "#app/cli/parts/table.ts";
import { maxSheetLines, readSheet } from "#app/domain/entries/imports/reading/read-sheet.ts";
import { agreedOf, PaperAgreedForm } from "#app/domain/entries/imports/running/agreed-form.ts";
import { importTypedSheet } from "#app/domain/entries/imports/running/import-typed-sheet.server.ts";
import { words } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";

export default command({
  summary:
    "import a typed paper sheet, one name and optional postal code a line; counted separately, never emailed",
  options: {
    campaign,
    file: required(textFile("the sheet")),
    country: required(text("US", "the country of the signers")),
    ...consentOptions,
    dryRun: flag("change nothing"),
  },
  read({ file, country, dryRun, ...given }) {
    const agreed = readForm(
      PaperAgreedForm,
      {
        consent_text: given.consentFile ?? given.consentText,
        consent_source: given.consentSource,
        agreed_on: given.agreedOn,
        sure: "on",
      },
      words("en").imports.errors,
    );
    const from = country.toUpperCase();
    if (!countryCodes.includes(from)) throw new UsageError("--country must be a two-letter code, such as US");
    const sheet = readSheet(file, from);
    if ("problem" in sheet) throw new CommandFailed(`Cannot read the sheet: ${sheet.problem}.`);
    return { lines: sheet.lines, agreed: agreedOf(agreed), dryRun };
  },
  async run(on, { lines, agreed, dryRun }) {
    const { db, env, scope } = on;
    const say = words("en").imports;
    if (lines.length === 0) throw new CommandFailed("The sheet has no names.");
    if (lines.length > maxSheetLines)
      throw new CommandFailed(
        `A sheet may have at most ${maxSheetLines} lines. For more, run \`import dry-run --format paper\`.`,
      );
    const refused = lines.flatMap(({ line, name, read }) =>
      typeof read === "string"
        ? [
            `line ${line}, “${name}”: ${read === "cells" ? "write a name and at most one postal code; quote a name that has a comma" : say.outcomes[read]}`,
          ]
        : [],
    );
    if (refused.length > 0) throw new CommandFailed(["Nothing was imported.", ...refused].join("\n"));
    const people = lines.flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
    const typed = await importTypedSheet(db, env.keys, { ...scope, people, agreed, dryRun });
    if (!typed)
      throw new CommandFailed("The campaign is frozen: exports are stopped until `unfreeze --campaign S`.");
    const outcomes = typed.outcomes.map((outcome, n) => ({ line: lines[n]?.line ?? 0, outcome }));
    const added = typed.outcomes.filter((outcome) => outcome === "new").length;
    const rows = people.map(({ name, postalCode, country }, n) => [
      outcomes[n]?.line ?? 0,
      say.outcomes[typed.outcomes[n] ?? "new"],
      country,
      postalCode ?? "–",
      name,
    ]);
    return done(
      dryRun
        ? { outcome: "tried", added, outcomes }
        : { outcome: "imported", number: typed.number, publicId: typed.publicId, added, outcomes },
      ...table(["line", "outcome", "country", "postal code", "name"], rows),
      "",
      dryRun
        ? `${added} of ${people.length} would count as paper signatures. Nothing was imported.`
        : `Import ${typed.number}: ${added} of ${people.length} count as paper signatures. To undo: \`import undo --import ${typed.number}\`.`,
    );
  },
});
