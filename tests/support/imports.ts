import type { ImportFormat, Mapping } from "#app/domain/entries/imports/import.ts";
import { findImport } from "#app/domain/entries/imports/queries.server.ts";
import { importTypedSheet } from "#app/domain/entries/imports/running/import-typed-sheet.server.ts";
import { receiveImport } from "#app/domain/entries/imports/running/receive-import.server.ts";
import { startDryRun } from "#app/domain/entries/imports/running/start-dry-run.server.ts";
import { type Agreed, startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import { runImports } from "#app/tasks/run-imports.ts";
import type { Db } from "#db/index.ts";
import { existing, testKeys } from "./builders.ts";
import { dateFromNow } from "./days.ts";
import { anOrganizer } from "./organizers.ts";

/**
 * The time in these tests. A running site cancels what waited for a day, and nothing that a test does some
 * hours later may be in the future of the database's clock.
 */
export const importedAt = new Date(Date.now() - 6 * 3_600_000);
const never = new AbortController().signal;

/** What people agreed to elsewhere, as their importer says. */
export const agreed: Agreed = {
  consentText: "I sign, and the campaign may write to me.",
  consentSource: "The form on our old site",
  agreedOn: dateFromNow(-56, importedAt),
  updatesFor: "column",
};

type Scope = { campaignId: number; organizerId: string | null };
type Given = { format?: ImportFormat; fileName?: string; now?: Date; keys?: Keys };

/** Returns a campaign as an owner's scope. */
export async function scopeOf(db: Db, campaign: { id: number }) {
  const organizer = await anOrganizer(db, { campaign });
  return { campaignId: campaign.id, organizerId: organizer.id };
}

/** Types in a sheet of paper. */
export async function aSheetTyped(db: Db, scope: Scope, names: readonly string[]) {
  const rest = { email: null, country: "US", postalCode: null, comment: null, signedOn: null };
  const people = names.map((name) => ({ name, ...rest, wantsUpdates: false }));
  return existing(await importTypedSheet(db, testKeys, { ...scope, people, agreed }, importedAt));
}

/** Hands a file in, in blocks of some bytes. */
export async function handIn(
  db: Db,
  scope: Scope,
  file: string | Buffer,
  { format = "csv", fileName = "list.csv", now = importedAt, keys = testKeys }: Given = {},
) {
  async function* blocks() {
    const bytes = Buffer.from(file as string);
    for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000);
  }
  return receiveImport(db, keys, { ...scope, format, fileName }, blocks(), now);
}

/** Hands in a file that is taken; returns its id. */
export async function aFileHandedIn(db: Db, scope: Scope, file: string | Buffer, given: Given = {}) {
  const received = await handIn(db, scope, file, given);
  if (received.outcome !== "received") throw new Error(JSON.stringify(received));
  return { ...scope, publicId: received.publicId };
}

type Which = Scope & { publicId: string };

export async function found(db: Db, which: Which) {
  return existing(await findImport(db, which));
}

/** Lets the worker work until nothing waits. */
export const work = (db: Db, stop = never, now = importedAt) =>
  runImports({ db, keys: testKeys, stop }, () => now);

/** Tries it as it was guessed, with what is told otherwise. */
export async function tried(db: Db, which: Which, other: Partial<Mapping> = {}) {
  const { mapping } = await found(db, which);
  if (!mapping) throw new Error("nothing was guessed");
  await startDryRun(db, { ...which, mapping: { ...mapping, ...other } }, importedAt);
  await work(db);
  return found(db, which);
}

/** Tries it and takes it in. */
export async function takenIn(
  db: Db,
  which: Which,
  { other = {}, agreement = {} }: { other?: Partial<Mapping>; agreement?: Partial<Agreed> } = {},
) {
  await tried(db, which, other);
  await startImport(db, { ...which, agreed: { ...agreed, ...agreement } }, importedAt);
  await work(db);
  return found(db, which);
}
