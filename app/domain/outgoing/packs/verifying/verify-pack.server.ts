import { createHash } from "node:crypto";
import type { Entry, ZipFile } from "yauzl";
import { PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import { manifestFile, packFiles, signatureFile } from "#app/domain/outgoing/packs/pack.ts";
import { isSignedBy, type PackKey, readPackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import { checkLayout } from "./check-layout.server.ts";
import { type Find, type Finding, listZipEntries, openZip, printable, readWhole } from "./read-zip.server.ts";

export type PackVerified = {
  findings: Finding[];
  /** Null if it is unreadable. */
  manifest: PackManifest | null;
  /** The key that the pack itself names. */
  key: PackKey | null;
  /** True if a key was given from elsewhere, and the signature matches it. */
  keyChecked: boolean;
};

/** Largest size of files that are read whole. */
const wholeAtMost = { [manifestFile]: 4_000_000, [signatureFile]: 1000 };
/** A higher ratio is a zip bomb; lists of people compress 3 to 20 times. */
const expandsAtMost = 300;

/**
 * Checks a pack, a path or its bytes, against its own manifest: signature, names, lengths, hashes and rows of
 * everything in it, and that it carries nothing else. Reads no database and no environment; holds one block
 * of a file at a time and reads no more of it than the manifest tells.
 */
export async function verifyPack(
  source: string | Buffer,
  { key: given = null }: { key?: PackKey | null } = {},
): Promise<PackVerified> {
  const findings: Finding[] = [];
  const find = (code: string, file: string | null, words: string) => {
    findings.push({ code, file: file && printable(file), words });
  };
  const verified = { findings, manifest: null, key: null, keyChecked: false };
  let zip: ZipFile;
  try {
    zip = await openZip(source);
  } catch (error) {
    find("no-zip", null, `It is no whole zip file: ${printable((error as Error).message)}`);
    return verified;
  }
  try {
    const { entries, all } = await listZipEntries(zip, known, find);
    if (all) await checkLayout(source, zip, all, find);
    const whole = (name: keyof typeof wholeAtMost) =>
      readWhole(zip, { name, entry: entries.get(name), atMost: wholeAtMost[name] }, find);
    const manifestText = await whole(manifestFile);
    const signature = await whole(signatureFile);
    if (!manifestText) return verified;
    const signed = checkSignature({ manifestText, signature, given }, find);
    const manifest = readManifest(manifestText, find);
    if (!manifest) return { ...verified, ...signed };
    checkFigures(manifest, find);
    await checkFiles(zip, entries, manifest, find);
    return { findings, manifest, ...signed };
  } finally {
    zip.close();
  }
}

const known = new Set<string>([...packFiles, manifestFile, signatureFile]);

type Signed = { manifestText: Buffer; signature: Buffer | null; given: PackKey | null };

function checkSignature({ manifestText, signature, given }: Signed, find: Find) {
  const key = keyIn(manifestText);
  if (!key) find("no-key", manifestFile, "It names no key that could have signed it");
  if (given && key && given.publicKey !== key.publicKey) {
    find("other-key", manifestFile, `It names the key ${key.id}, and the given one is ${given.id}`);
  }
  const by = given ?? key;
  const fits = by !== null && signature !== null && isSignedBy(by, manifestText, signature);
  if (by && signature && !fits) {
    find(
      "signature",
      signatureFile,
      "The signature does not fit: the manifest is not the one that was signed with this key",
    );
  }
  return { key, keyChecked: given !== null && fits };
}

function keyIn(manifestText: Buffer): PackKey | null {
  try {
    return readPackKey(JSON.parse(manifestText.toString("utf8")).key.publicKey);
  } catch {
    return null;
  }
}

function readManifest(text: Buffer, find: Find): PackManifest | null {
  try {
    const parsed = PackManifest.safeParse(JSON.parse(text.toString("utf8")));
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join(".") ?? "";
    find("manifest", manifestFile, `It is no manifest of a pack: look at ${printable(where) || "its form"}`);
  } catch {
    find("manifest", manifestFile, "It is no JSON");
  }
  return null;
}

async function checkFiles(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  manifest: PackManifest,
  find: Find,
): Promise<void> {
  const listed = new Set<string>();
  for (const file of manifest.files) {
    const { name } = file;
    if (listed.has(name)) find("twice", name, "The manifest lists it twice");
    if (!packFiles.some((each) => each === name))
      find("unlisted", name, "The manifest lists a file that no pack has");
    listed.add(name);
    const entry = entries.get(name);
    if (!entry) find("missing", name, "It is listed in the manifest and not there");
    else await checkFile(zip, entry, file, find);
  }
  for (const name of packFiles) {
    if (!listed.has(name)) find("missing", name, "The manifest does not list it");
  }
}

type Listed = PackManifest["files"][number];

async function checkFile(zip: ZipFile, entry: Entry, { name, bytes, sha256, rows }: Listed, find: Find) {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > 1_000_000 && uncompressedSize > expandsAtMost * compressedSize) {
    find("too-large", name, "It would become far larger than such a file is, and was not unpacked");
    return;
  }
  if (uncompressedSize !== bytes) {
    find("length", name, `It has ${uncompressedSize} bytes, and the manifest tells of ${bytes}`);
  }
  const hash = createHash("sha256");
  const counter = name.endsWith(".csv") ? new RowCounter() : null;
  try {
    for await (const block of await zip.openReadStreamPromise(entry)) {
      hash.update(block);
      counter?.take(block);
    }
  } catch (error) {
    find("damaged", name, `It cannot be read: ${printable((error as Error).message)}`);
    return;
  }
  if (hash.digest("hex") !== sha256) find("hash", name, "Its sha256 is not the one in the manifest");
  if (counter && counter.rows !== rows) {
    find("rows", name, `It has ${counter.rows} rows, and the manifest tells of ${rows}`);
  }
}

/** Counts the rows of a CSV file after its header; line breaks within quotes end no row. */
class RowCounter {
  #quoted = false;
  #lines = 0;

  take(block: Buffer): void {
    for (const byte of block) {
      if (byte === 34) this.#quoted = !this.#quoted;
      else if (byte === 10 && !this.#quoted) this.#lines++;
    }
  }

  get rows(): number {
    return Math.max(0, this.#lines - 1);
  }
}

function checkFigures({ signatures, letters, files, key }: PackManifest, find: Find): void {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const left = (of: { count: number }[]) => of.reduce((all, { count }) => all + count, 0);
  const wrong = (what: string) => find("figures", manifestFile, `Its figures do not add up: ${what}`);
  if (sum(signatures.byCountry) !== signatures.rows) wrong("signatures by country");
  if (sum(signatures.byPetitionVersion) !== signatures.rows) wrong("signatures by version of the petition");
  if (sum(letters.byState) !== letters.rows) wrong("letters by state");
  if (signatures.rows + left(signatures.leftOut) !== signatures.inAll) wrong("signatures left out");
  if (letters.rows + left(letters.leftOut) !== letters.inAll) wrong("letters left out");
  const rowsOf = (name: string) => files.find((file) => file.name === name)?.rows;
  if (rowsOf("signatures.csv") !== signatures.rows) wrong("rows of signatures.csv");
  if (rowsOf("letters.csv") !== letters.rows) wrong("rows of letters.csv");
  if (readPackKey(key.publicKey)?.id !== key.id) wrong("the id of the key");
}
