import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { type Bucket, openBucketLog } from "./erasure-bucket.server.ts";
import { type ErasureLog, type LogContents, unwritten } from "./erasure-record.ts";

/** Where the log is: a file, or an S3-compatible bucket. */
export type ErasureLogPlace = { file: string } | { bucket: Bucket };

export const openErasureLog = (place: ErasureLogPlace): ErasureLog =>
  "file" in place ? openFileLog(place.file) : openBucketLog(place.bucket);

const number = z.int().min(0);
const Line = z.object({
  keyId: z.string().min(1),
  addressHmac: z.string().regex(/^[0-9a-f]{64}$/),
  erasedAt: z.iso.datetime(),
});
const Logged = z.union([
  z.object({ log: z.uuid() }),
  z.object({ number: number.default(0) }).extend(Line.shape),
  z.object({ number, mark: z.string() }),
]);

function openFileLog(path: string): ErasureLog {
  return {
    place: path,
    emptyFile: path,
    async read() {
      const text = await readFile(path, "utf8").catch(whenMissing);
      return text === null ? null : contentsOf(text);
    },
    async append(record) {
      try {
        await appendLine(path, JSON.stringify(record));
      } catch (error) {
        throw unwritten(path, (error as NodeJS.ErrnoException).code ?? (error as Error).message);
      }
    },
  };
}

function whenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function contentsOf(text: string): LogContents {
  const contents: LogContents = { id: null, newest: 0, lines: [], broken: [] };
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const read = Logged.safeParse(parsed(line));
    if (!read.success) contents.broken.push(index + 1);
    else if ("log" in read.data) contents.id ??= read.data.log;
    else {
      contents.newest = Math.max(contents.newest, read.data.number);
      if (!("mark" in read.data)) contents.lines.push(read.data);
    }
  }
  return contents;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Appends by one write, so that other processes' lines come before or after it. A full disk may cut a line
 * short: each line begins with a line break, so the next one is whole.
 */
async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const bytes = Buffer.from(`\n${line}\n`);
  const file = await open(path, "a", 0o600);
  try {
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten < bytes.length) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    await file.sync();
  } finally {
    await file.close();
  }
  // The name of a new file is durable once its folder is.
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}
