import { type FileHandle, open } from "node:fs/promises";
import type { Entry, ZipFile } from "yauzl";
import type { Find } from "./read-zip.server.ts";

/** Reads this many bytes of a zip from a position; fewer at its end. */
type ReadAt = (from: number, length: number) => Promise<Buffer>;

const strayBytes = "It holds bytes that belong to none of its files";
/** Zip records (APPNOTE 4.3): lengths without names, and the signatures of two of them. */
const records = {
  end: 22,
  endSignature: 0x06054b50,
  end64: 56,
  locator64: 20,
  entry: 46,
  descriptor: 0x08074b50,
};
const more = 0xffffffff;

/**
 * Checks that a zip is its files, one after the other from the first byte, then its directory, and nothing
 * else: other files would be carried along unsigned, and read by programs that look for files and
 * not in the directory.
 */
export async function checkLayout(
  source: string | Buffer,
  zip: ZipFile,
  entries: readonly Entry[],
  find: Find,
): Promise<void> {
  const file = typeof source === "string" ? await open(source) : null;
  try {
    if (!(await isWhole(readerOf(source, file), zip, entries))) find("beside", null, strayBytes);
  } catch {
    find("beside", null, strayBytes);
  } finally {
    await file?.close();
  }
}

const readerOf =
  (source: string | Buffer, file: FileHandle | null): ReadAt =>
  async (from, length) => {
    if (!file) return (source as Buffer).subarray(from, from + length);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  };

async function isWhole(read: ReadAt, zip: ZipFile, entries: readonly Entry[]): Promise<boolean> {
  const directory = await readEnd(read, zip.fileSize);
  if (!directory) return false;
  const inDirectory = entries.reduce((sum, entry) => sum + lengthInDirectory(entry), 0);
  if (inDirectory !== directory.length) return false;
  let at = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader !== at || entry.fileCommentLength !== 0) return false;
    if (!saysNoMore(entry)) return false;
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (local.extraFieldLength !== 0) return false;
    at = local.fileDataStart + entry.compressedSize;
    const hasDescriptor = (local.generalPurposeBitFlag & 8) !== 0;
    const descriptor = hasDescriptor ? descriptorOf(entry) : Buffer.alloc(0);
    if (!(await read(at, descriptor.length)).equals(descriptor)) return false;
    at += descriptor.length;
  }
  return at === directory.at;
}

/** The start of the extra field with a file's time in seconds; four bytes follow. */
const timeField = Buffer.from([0x55, 0x54, 5, 0, 3]);
const timeLength = timeField.length + 4;

/** True if an entry's extra fields contain only its time and numbers too large for its fixed fields. */
function saysNoMore(entry: Entry): boolean {
  const extra = entry.extraFieldRaw;
  return (
    extra.subarray(0, timeField.length).equals(timeField) && extra.subarray(timeLength).equals(largeOf(entry))
  );
}

function largeOf({ uncompressedSize, compressedSize, relativeOffsetOfLocalHeader }: Entry): Buffer {
  const numbers = [uncompressedSize, compressedSize, relativeOffsetOfLocalHeader];
  if (Math.max(...numbers) < more) return Buffer.alloc(0);
  const bytes = Buffer.alloc(28);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(24, 2);
  for (const [n, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 4 + 8 * n);
  return bytes;
}

const lengthInDirectory = ({ fileNameLength, extraFieldLength, fileCommentLength }: Entry) =>
  records.entry + fileNameLength + extraFieldLength + fileCommentLength;

/** Position and length of the directory, if the file ends with its end record and nothing else. */
async function readEnd(read: ReadAt, size: number): Promise<{ at: number; length: number } | null> {
  const end = await read(size - records.end, records.end);
  if (end.readUInt32LE(0) !== records.endSignature || end.readUInt16LE(20) !== 0) return null;
  const short = { length: end.readUInt32LE(12), at: end.readUInt32LE(16) };
  if (short.length !== more && short.at !== more) {
    return short.at + short.length === size - records.end ? short : null;
  }
  const from = size - records.end - records.locator64 - records.end64;
  const long = await read(from, records.end64);
  const directory = { length: Number(long.readBigUInt64LE(40)), at: Number(long.readBigUInt64LE(48)) };
  return directory.at + directory.length === from ? directory : null;
}

/** Follows a file whose sizes were unknown when it began. */
function descriptorOf(entry: Entry): Buffer {
  const { crc32, compressedSize, uncompressedSize } = entry;
  const isLong = Math.max(compressedSize, uncompressedSize, entry.relativeOffsetOfLocalHeader) >= more;
  const bytes = Buffer.alloc(isLong ? 24 : 16);
  bytes.writeUInt32LE(records.descriptor, 0);
  bytes.writeUInt32LE(crc32, 4);
  if (isLong) {
    bytes.writeBigUInt64LE(BigInt(compressedSize), 8);
    bytes.writeBigUInt64LE(BigInt(uncompressedSize), 16);
  } else {
    bytes.writeUInt32LE(compressedSize, 8);
    bytes.writeUInt32LE(uncompressedSize, 12);
  }
  return bytes;
}
