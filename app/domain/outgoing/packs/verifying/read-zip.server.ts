import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";

/** A problem of a pack, in one line. */
export type Finding = { code: string; file: string | null; words: string };

export type Find = (code: string, file: string | null, words: string) => void;

const entriesAtMost = 50;
const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/** Opens a zip by its path, or its bytes. Throws if it is no zip or incomplete. */
export const openZip = (source: string | Buffer): Promise<ZipFile> =>
  typeof source === "string" ? openPromise(source, options) : fromBufferPromise(source, options);

/** Makes a stranger's words safe to print. */
export const printable = (text: string) => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "\ufffd").slice(0, 200);

/**
 * Lists a zip's files by their names, as far as `known` has them, and every entry of its directory; null
 * where that cannot be read to its end. Finds what is there twice, leads elsewhere or does not belong there.
 */
export async function listZipEntries(
  zip: ZipFile,
  known: ReadonlySet<string>,
  find: Find,
): Promise<{ entries: Map<string, Entry>; all: Entry[] | null }> {
  const entries = new Map<string, Entry>();
  const all: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      all.push(entry);
      if (all.length > entriesAtMost) {
        find("too-many", null, `It has more than ${entriesAtMost} files`);
        return { entries, all: null };
      }
      const name = (entry.fileName as unknown as Buffer).toString("utf8");
      const problem = await problemOf(zip, entry, name, known);
      if (problem) find(...problem);
      else if (entries.has(name)) find("twice", name, "It is there twice");
      else entries.set(name, entry);
    }
  } catch (error) {
    find("damaged", null, `The zip file is damaged: ${printable((error as Error).message)}`);
    return { entries, all: null };
  }
  return { entries, all };
}

async function problemOf(
  zip: ZipFile,
  entry: Entry,
  name: string,
  known: ReadonlySet<string>,
): Promise<Parameters<Find> | null> {
  if (
    name.startsWith("/") ||
    /^[A-Za-z]:/.test(name) ||
    name.includes("\\") ||
    name.split("/").includes("..")
  ) {
    return ["path", name, "Its name leads out of the folder it is unpacked in"];
  }
  if (!known.has(name)) return ["unlisted", name, "No pack has a file of this name"];
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (kind !== 0 && kind !== 0o100000) return ["no-file", name, "It unpacks as something else than a file"];
  const local = (await zip.readLocalFileHeaderPromise(entry)).fileName.toString("utf8");
  if (local !== name) return ["two-names", name, `It is called ${printable(local)} where its bytes begin`];
  return null;
}

/** Reads a small file whole. Null, with a finding, where it is missing, unreadable or above `atMost`. */
export async function readWhole(
  zip: ZipFile,
  { name, entry, atMost }: { name: string; entry: Entry | undefined; atMost: number },
  find: Find,
): Promise<Buffer | null> {
  if (!entry) {
    find("missing", name, "It is not there");
    return null;
  }
  if (entry.uncompressedSize > atMost) {
    find("too-large", name, "It is far larger than such a file is");
    return null;
  }
  try {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    return Buffer.concat(parts);
  } catch (error) {
    find("damaged", name, `It cannot be read: ${printable((error as Error).message)}`);
    return null;
  }
}
