import { CommandFailed, exitCodes, required, tell, UsageError } from "#app/cli/old.ts";
import { onCampaign, readForm, readText } from "#app/cli/on-campaign.ts";
import { table } from "#app/cli/table.ts";
import { agreedOf, PaperAgreedForm } from "#app/domain/entries/imports/agreed-form.ts";
import { linesOfSheetAtMost, readSheet } from "#app/domain/entries/imports/read-sheet.ts";
import { typePaper } from "#app/domain/entries/imports/type-paper.server.ts";
import { words } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";

const text = { type: "string" } as const;
const consent = {
  "consent-text": text,
  "consent-file": text,
  "consent-source": text,
  "agreed-on": text,
} as const;

/**
 * Takes in a sheet of paper that was typed into a file or standard input, a name and perhaps a postcode a line: counted
 * apart and never mailed, as on the page. A line that cannot be taken stops all of them. `--dry-run` leaves nothing behind.
 */
export const importPaper = onCampaign(
  "import paper",
  { file: text, country: text, ...consent, "dry-run": { type: "boolean" } },
  async ({ file, country, ...given }) => {
    const agreed = readForm(
      PaperAgreedForm,
      {
        consent_text: (await readText(given["consent-file"], "consent-file")) ?? given["consent-text"],
        ...{ consent_source: given["consent-source"], agreed_on: given["agreed-on"], sure: "on" },
      },
      words("en").imports.errors,
    );
    const from = required(country, "country").toUpperCase();
    if (!countryCodes.includes(from)) throw new UsageError("--country is a two-letter code, such as US");
    const sheet = readSheet((await readText(required(file, "file"), "file")) ?? "", from);
    if ("problem" in sheet) throw new CommandFailed(`The sheet cannot be read: ${sheet.problem}.`);
    return { lines: sheet.lines, agreed: agreedOf(agreed), dryRun: given["dry-run"] === true };
  },
  async ({ opened: { db, env }, json, scope }, { lines, agreed, dryRun }) => {
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
      ...[outcomes[n]?.line ?? 0, say.outcomes[typed.outcomes[n] ?? "new"], country, postalCode ?? "–", name],
    ]);
    tell(
      json,
      dryRun
        ? { outcome: "tried", added, outcomes }
        : { outcome: "imported", number: typed.number, publicId: typed.publicId, added, outcomes },
      ...table(["line", "outcome", "country", "postal code", "name"], rows),
      "",
      dryRun
        ? `${added} of ${people.length} would be counted, on paper. Nothing was taken in.`
        : `Import ${typed.number}: ${added} of ${people.length} are counted, on paper. \`import undo --import ${typed.number}\` takes them out.`,
    );
    return exitCodes.done;
  },
);
