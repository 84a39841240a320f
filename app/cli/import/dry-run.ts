import { constants } from "node:fs";
import { access, open } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CommandFailed, campaign, command, UsageError } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { endImport, readImport, workUntilEnded } from "#app/cli/import/parts/import.ts";
import { oneOf, otherwise, repeated, required, text } from "#app/cli/options.ts";
import { writeWhole } from "#app/cli/parts/new-file.ts";
import { importFields, importFormats } from "#app/domain/entries/imports/import.ts";
import { filledIn, MappingForm, mappingOf } from "#app/domain/entries/imports/mapping-form.ts";
import { writeOutcomes } from "#app/domain/entries/imports/running/outcomes.server.ts";
import { receiveImport } from "#app/domain/entries/imports/running/receive-import.server.ts";
import { readAgain, startDryRun } from "#app/domain/entries/imports/running/start-dry-run.server.ts";
import { words } from "#app/i18n/index.ts";

const say = words("en").imports;

export default command({
  summary: "check a list and print the result of each row; nobody is added",
  options: {
    campaign,
    file: required(text("FILE", "the list")),
    format: otherwise(oneOf(importFormats, "the file format"), "csv"),
    map: repeated(text("FIELD=COLUMN", "read a field from this column, or from none")),
    country: text("US", "the country for rows without one"),
    days: text("ymd|mdy|dmy", "the date format"),
    encoding: text("E", "the encoding of the file"),
    separator: text("C", "the column separator"),
    rows: text("FILE", "the file for the result of each row"),
  },
  async run(opened, { file, format, rows, ...asked }) {
    const { db, env, scope } = opened;
    if (rows) await access(dirname(rows), constants.W_OK).catch(because("Cannot write --rows"));
    const list = await openList(file);
    const bytes = list.createReadStream({ highWaterMark: 256 * 1024 });
    // Destroying the stream closes a list that was refused unread.
    const received = await receiveImport(
      db,
      env.keys,
      { ...scope, format, fileName: basename(file) },
      bytes,
    ).finally(() => bytes.destroy());
    if (received.outcome === "frozen")
      throw new CommandFailed("The campaign is frozen: exports are stopped until `unfreeze --campaign S`.");
    if (received.outcome === "refused")
      throw new CommandFailed(say.problems[received.problem] ?? received.problem);
    const which = { ...scope, publicId: received.publicId };
    const mapping = await chooseMapping(opened, which, asked);
    if (!(await startDryRun(db, { ...which, mapping })))
      throw new CommandFailed("The dry run could not start.");
    const found = await workUntilEnded(opened, which);
    if (rows) {
      const outcomes = Readable.from(writeOutcomes(db, env.keys, found, say));
      await writeWhole(rows, (open) => pipeline(outcomes, open()));
    }
    return endImport(opened, found, found.state === "tried");
  },
});

const because = (what: string) => (error: Error) => {
  throw new CommandFailed(`${what}: ${error.message}.`);
};

async function openList(file: string) {
  const list = await open(file).catch(because("Cannot read --file"));
  if (!(await list.stat()).isDirectory()) return list;
  await list.close();
  throw new CommandFailed("Cannot read --file: it is a folder.");
}

type Asked = {
  map?: string[] | undefined;
  country?: string | undefined;
  days?: string | undefined;
  encoding?: string | undefined;
  separator?: string | undefined;
};

/** The guessed mapping, changed by options: `--map email=Mail` names a column, `--map comment=` omits one. */
async function chooseMapping(
  { db, env }: Opened,
  which: { campaignId: number; publicId: string },
  asked: Asked,
) {
  const found = await readImport(db, which);
  const fields = filledIn(found);
  const { encoding, separator, days, country } = asked;
  Object.assign(fields, encoding && { encoding }, separator && { separator }, days && { days });
  if (country) fields.default_country = country;
  const reading =
    encoding || separator ? await readAgain(db, env.keys, { ...which, ...parse(fields) }) : found.reading;
  if (!reading || "problem" in reading)
    throw new CommandFailed(
      "The file does not match these options. Check --format, --encoding and --separator.",
    );
  for (const typed of asked.map ?? []) Object.assign(fields, parseColumn(typed, reading.columns));
  const mapping = mappingOf(parse(fields), { format: found.format, columns: reading.columns.length });
  if ("code" in mapping) throw new UsageError(say.errors[mapping.code] ?? mapping.code);
  return mapping;
}

function parse(fields: Record<string, string>) {
  const form = MappingForm.safeParse(fields);
  if (form.success) return form.data;
  const code = form.error.issues[0]?.message ?? "";
  throw new UsageError(say.errors[code] ?? code);
}

function parseColumn(typed: string, columns: readonly string[]) {
  const [name = "", ...rest] = typed.split("=");
  const field = importFields.find((known) => known === name);
  if (!field) throw new UsageError(`--map must start with one of ${importFields.join(", ")}`);
  const column = rest.join("=");
  const at = columns.indexOf(column);
  if (column !== "" && at < 0) throw new UsageError(`The file has no column "${column}"`);
  return { [`col_${field}`]: column === "" ? "" : String(at) };
}
