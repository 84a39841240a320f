import { text as readAll } from "node:stream/consumers";
import { isDay } from "#app/domain/base/day.ts";
import { searchLetters } from "#app/domain/entries/letters/search-letters.server.ts";
import { searchPledges } from "#app/domain/entries/pledges/search-pledges.server.ts";
import { listSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { searchSignatures } from "#app/domain/entries/signatures/search-signatures.server.ts";
import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { noteLook, noteSearch } from "#app/domain/record/note-look.server.ts";
import { exitCodes, required, tell, UsageError } from "./old.ts";
import { idOf, type OnCampaign, onCampaign, oneOf } from "./on-campaign.ts";
import { meetingOf, yearIfGiven } from "./pledge-list.ts";
import { table } from "./table.ts";

const text = { type: "string" } as const;

/** What is looked for; `-` reads it from standard input, so that no name stays in the history of a shell. */
const typedOf = async (given: string | undefined) =>
  (required(given, "for") === "-" ? await readAll(process.stdin) : (given ?? "")).trim().slice(0, 300);

type Row = { publicId: string; name: string; email: string; country: string; state: string };
type Found = { rows: readonly Row[]; more: boolean };

async function tellFound(
  { opened: { db, env }, json, scope }: OnCampaign,
  { list, typed, found }: { list: "signatures" | "letters" | "pledges"; typed: string; found: Found | null },
): Promise<number> {
  if (!found)
    throw new UsageError(
      "--for is an address or its beginning, a domain such as @example.org, or at least three letters of a name",
    );
  const { rows, more } = found;
  await noteSearch(db, env.keys, scope, { list, rows: rows.length, typed });
  tell(
    json,
    { found: rows, more },
    ...(rows.length > 0 ? table(headings, rows.map(lineOf)) : ["Nobody was found."]),
    ...(more ? ["There are more: write more of the name."] : []),
  );
  return exitCodes.done;
}

const headings = ["id", "state", "country", "name", "address"];
const lineOf = ({ publicId, state, country, name, email }: Row) => [publicId, state, country, name, email];

/** Signatures by a whole address, a receipt code or a part of the name. The search is recorded, as that of an organizer. */
export const signatureFind = onCampaign(
  "signature find",
  { for: text },
  (given) => typedOf(given.for),
  async (on, typed) => {
    const found = await searchSignatures(on.opened.db, on.scope, typed);
    const rows = found.outcome === "found" ? { rows: found.signatures, more: found.more } : null;
    return tellFound(on, { list: "signatures", typed, found: rows });
  },
);

/** Letters by the whole address or a part of the name of their writer. */
export const letterFind = onCampaign(
  "letter find",
  { for: text },
  (given) => typedOf(given.for),
  async (on, typed) => {
    const found = await searchLetters(on.opened.db, on.scope, typed);
    const rows = found.outcome === "found" ? { rows: found.letters, more: found.more } : null;
    return tellFound(on, { list: "letters", typed, found: rows });
  },
);

/** Pledges for a meeting by the whole address or a part of the name of their holder. */
export const pledgeFind = onCampaign(
  "pledge find",
  { for: text, year: text },
  async (given) => ({ typed: await typedOf(given.for), year: yearIfGiven(given.year) }),
  async (on, { typed, year }) => {
    const { id: meetingId } = await meetingOf(on, year);
    const found = await searchPledges(on.opened.db, { ...on.scope, meetingId }, typed);
    const rows = found.outcome === "found" ? { rows: found.pledges, more: found.more } : null;
    return tellFound(on, { list: "pledges", typed, found: rows });
  },
);

const dayOf = (given: string | undefined, option: string) => {
  if (given !== undefined && !isDay(given)) throw new UsageError(`--${option} is a day like 2026-11-24`);
  return given ?? null;
};

/** Signatures, newest first. The look is recorded, as that of an organizer. */
export const signatureList = onCampaign(
  "signature list",
  { state: text, from: text, to: text, older: text },
  ({ state, from, to, older }) => ({
    state: state === undefined ? null : oneOf<SignatureState>(signatureStates, state, "state"),
    from: dayOf(from, "from"),
    to: dayOf(to, "to"),
    cursor:
      older === undefined ? null : { side: "older" as const, than: idOf(older, "older", "signature list") },
  }),
  async ({ opened: { db }, json, scope }, filter) => {
    const { signatures, older } = await listSignatures(db, scope, filter);
    const { state, from, to } = filter;
    const look = { rows: signatures.length, filter: { state, from, to }, paged: filter.cursor !== null };
    await noteLook(db, scope, { list: "signatures", ...look });
    const rows = signatures.map((one) => [one.signedAt.slice(0, 10), ...lineOf(one)]);
    const more = older === null ? [] : [`There are more: --older ${older}`];
    const lines = rows.length > 0 ? table(["signed", ...headings], rows) : ["No signature is there."];
    tell(json, { signatures, older }, ...lines, ...more);
    return exitCodes.done;
  },
);
