import { text as readAll } from "node:stream/consumers";
import { done, type OfCampaign, UsageError } from "#app/cli/command.ts";
import { option, required } from "#app/cli/options.ts";
import { noteSearch } from "#app/domain/record/note-view.server.ts";
import { table } from "./table.ts";

const searchedBy = (what: string) =>
  required(
    option("T|-", `${what}; - reads standard input`, async (given) =>
      (given === "-" ? await readAll(process.stdin) : given).trim().slice(0, 300),
    ),
  );

/** The search text; `-` reads it from standard input, so that no name stays in the shell's history. */
export const searched = searchedBy("an address or a part of it, or three letters of a name");
export const searchedWithCode = searchedBy(
  "an address or a part of it, a receipt code, or three letters of a name",
);

type Row = { publicId: string; name: string; email: string; country: string; state: string };
type Found = { rows: readonly Row[]; more: boolean };

/** Records the search, like an organizer's, and lists who was found. */
export async function endSearch(
  { db, env, scope }: OfCampaign,
  list: "signatures" | "letters" | "pledges",
  typed: string,
  found: Found | null,
) {
  if (!found)
    throw new UsageError("--for must have three letters or digits in a row, of an address or of a name");
  const { rows, more } = found;
  await noteSearch(db, env.keys, scope, { list, rows: rows.length, typed });
  return done(
    { found: rows, more },
    ...(rows.length > 0 ? table(headings, rows.map(cellsOf)) : ["Nobody found."]),
    ...(more ? ["There are more. Give more of the name."] : []),
  );
}

const headings = ["id", "state", "country", "name", "address"];
const cellsOf = ({ publicId, state, country, name, email }: Row) => [publicId, state, country, name, email];
