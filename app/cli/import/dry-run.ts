import { open } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Opened, withDatabase } from "#app/cli/environment.ts";
import { readImport, tellOf, workUntilEnded } from "#app/cli/import.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { type ImportFormat, importFields, importFormats } from "#app/domain/entries/imports/import.ts";
import { filledIn, MappingForm, mappingOf } from "#app/domain/entries/imports/mapping-form.ts";
import { writeOutcomes } from "#app/domain/entries/imports/outcomes.server.ts";
import { receiveImport } from "#app/domain/entries/imports/receive-import.server.ts";
import { readAgain, tryImport } from "#app/domain/entries/imports/try-import.server.ts";
import { words } from "#app/i18n/index.ts";

const text = { type: "string" } as const;
const say = words("en").imports;

/** Reads a list and says what would become of each row. Nobody is added by it. */
export async function importDryRun(args: string[]): Promise<number> {
  const options = readOptions(args, {
    ...{ campaign: text, file: text, format: text, country: text, days: text },
    ...{ encoding: text, separator: text, rows: text },
    map: { type: "string", multiple: true },
  });
  const slug = required(options.campaign, "campaign");
  const file = required(options.file, "file");
  const format = readFormat(options.format ?? "csv");

  return withDatabase("import dry-run", async (opened) => {
    const { db, env } = opened;
    const { id: campaignId } = await requireCampaign(opened, slug);
    const whose = { campaignId, organizerId: null };
    const { list, told } = await openFiles({ file, rows: options.rows });
    const received = await receiveImport(
      db,
      env.keys,
      { ...whose, format, fileName: basename(file) },
      list.createReadStream({ highWaterMark: 256 * 1024 }),
    );
    if (received.outcome === "frozen") throw new CommandFailed("Exports of this campaign are frozen.");
    if (received.outcome === "refused")
      throw new CommandFailed(say.problems[received.problem] ?? received.problem);
    const which = { ...whose, publicId: received.publicId };
    const mapping = await chooseMapping(opened, which, options);
    if (!(await tryImport(db, { ...which, mapping }))) throw new CommandFailed("The trial could not begin.");
    const found = await workUntilEnded(opened, which);
    if (told) {
      const rows = writeOutcomes(db, env.keys, found, say);
      await pipeline(Readable.from(rows), told.createWriteStream());
    }
    const { outcome, lines } = await tellOf(opened, found);
    tell(options.json, outcome, ...lines);
    return found.state === "tried" ? exitCodes.done : exitCodes.failed;
  });
}

/** Both files are opened before anything is tried: nothing begins where one is missing. */
async function openFiles({ file, rows }: { file: string; rows: string | undefined }) {
  const because = (what: string) => (error: Error) => {
    throw new CommandFailed(`${what}: ${error.message}.`);
  };
  const list = await open(file).catch(because("--file cannot be read"));
  try {
    if ((await list.stat()).isDirectory()) throw new CommandFailed("--file cannot be read: it is a folder.");
    const told = rows ? await open(rows, "w", 0o600).catch(because("--rows cannot be written")) : null;
    return { list, told };
  } catch (error) {
    await list.close();
    throw error;
  }
}

function readFormat(given: string): ImportFormat {
  const format = importFormats.find((known) => known === given);
  if (!format) throw new UsageError(`--format is one of ${importFormats.join(", ")}`);
  return format;
}

type Asked = {
  map?: string[] | undefined;
  country?: string | undefined;
  days?: string | undefined;
  encoding?: string | undefined;
  separator?: string | undefined;
};

/** The guessed mapping with what was told otherwise: `--map email=Mail` names a column, `--map comment=` leaves one out. */
async function chooseMapping(opened: Opened, which: { campaignId: number; publicId: string }, asked: Asked) {
  const found = await readImport(opened.db, which);
  const fields = filledIn(found);
  const { encoding, separator, days, country } = asked;
  Object.assign(fields, encoding && { encoding }, separator && { separator }, days && { days });
  if (country) fields.default_country = country;
  const reading =
    encoding || separator
      ? await readAgain(opened.db, opened.env.keys, { ...which, ...parse(fields) })
      : found.reading;
  if (!reading || "problem" in reading) throw new CommandFailed("The file cannot be read like that.");
  for (const told of asked.map ?? []) Object.assign(fields, columnTold(told, reading.columns));
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

function columnTold(told: string, columns: readonly string[]) {
  const [name = "", ...rest] = told.split("=");
  const field = importFields.find((known) => known === name);
  if (!field) throw new UsageError(`--map begins with one of ${importFields.join(", ")}`);
  const column = rest.join("=");
  const at = columns.indexOf(column);
  if (column !== "" && at < 0) throw new UsageError(`there is no column named "${column}"`);
  return { [`col_${field}`]: column === "" ? "" : String(at) };
}
