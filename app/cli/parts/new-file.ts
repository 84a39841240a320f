import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";

/**
 * Writes a private file completely or not at all: under a name of its own, onto the disk, and renamed.
 * `write` gets what opens it. A device or pipe is written to as it is.
 */
export async function writeWhole<Written>(
  file: string,
  write: (open: () => Writable) => Promise<Written>,
): Promise<Written> {
  const there = await stat(file).catch(() => null);
  if (there && !there.isFile()) return write(() => createWriteStream(file));
  const partial = `${file}.${process.pid}.partial`;
  try {
    let isOpen = false;
    const written = await write(() => {
      isOpen = true;
      return createWriteStream(partial, { flags: "wx", mode: 0o600, flush: true });
    });
    if (isOpen) await rename(partial, file);
    return written;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    if (error instanceof Error && "syscall" in error) Object.assign(error, { path: file });
    throw error;
  }
}
