import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { consentOptions } from "#app/cli/import/parts/import.ts";
import { flag, required, text, textFile } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { table } from "#app/cli/parts/table.ts";
import { linesOfSheetAtMost, readSheet } from "#app/domain/entries/imports/reading/read-sheet.ts";
import { agreedOf, PaperAgreedForm } from "#app/domain/entries/imports/running/agreed-form.ts";
import { typePaper } from "#app/domain/entries/imports/running/type-paper.server.ts";
import { words } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";

export default command({
  summary:
    "take in a typed sheet of paper, a name and perhaps a postcode a line, counted apart and never emailed",
  options: {
    campaign,
    file: required(textFile("the sheet")),
    country: required(text("US", "the country of the sheet")),
    ...consentOptions,
    dryRun: flag("leave nothing behind"),
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
    if (!countryCodes.includes(from)) throw new UsageError("--country is a two-letter code, such as US");
    const sheet = readSheet(file, from);
    if ("problem" in sheet) throw new CommandFailed(`The sheet cannot be read: ${sheet.problem}.`);
    return { lines: sheet.lines, agreed: agreedOf(agreed), dryRun };
  },
  async run(on, { lines, agreed, dryRun }) {
    const { db, env, scope } = on;
    const say = words("en").imports;
    if (lines.length === 0) throw new CommandFailed("Nobody stands on the sheet.");
    if (lines.length > linesOfSheetAtMost)
      throw new CommandFailed(
        `A sheet has at most ${linesOfSheetAtMost} lines: a longer one is a list (\`import dry-run --format paper\`).`,
      );
    const refused = lines.flatMap(({ line, name, read }) =>
      typeof read === "string"
        ? [
            `line ${line}, “${name}”: ${read === "cells" ? "it is a name and one postcode, and a name with a comma stands in quotes" : say.outcomes[read]}`,
          ]
        : [],
    );
    if (refused.length > 0) throw new CommandFailed(["Nothing was taken in.", ...refused].join("\n"));
    const people = lines.flatMap(({ read }) => (typeof read === "string" ? [] : [read]));
    const typed = await typePaper(db, env.keys, { ...scope, people, agreed, dryRun });
    if (!typed) throw new CommandFailed("Exports of this campaign are frozen.");
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
        ? `${added} of ${people.length} would be counted, on paper. Nothing was taken in.`
        : `Import ${typed.number}: ${added} of ${people.length} are counted, on paper. \`import undo --import ${typed.number}\` takes them out.`,
    );
  },
});
