import type { PictureAnswer, PictureFile, PictureProblem } from "#app/domain/campaign/picture/picture.ts";
import { runInProcess } from "#app/lib/own-process.server.ts";

type Head =
  | { problem: PictureProblem }
  | { width: number; height: number; files: (Omit<PictureFile, "bytes"> & { length: number })[] };

/** A picture of the most pixels takes ten seconds. */
const secondsAtMost = 60;
/** A picture of the most pixels takes 500 MB. The head of a file may say fewer pixels than are decoded. */
const megabytesAtMost = 640;
/** Pictures that may wait for the one that is being made. */
const waitingAtMost = 3;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Uploads that are read at the same time: each may be 10 MB in memory. */
const uploadsAtMost = 8;
const uploading = new Set<string>();

/**
 * Takes the place of an organizer for one upload, from its first byte until its files are made: with one
 * each, nobody keeps the others waiting. Returns what ends it; null where they have one, or all places are
 * taken.
 */
export function beginUpload(organizerId: string): (() => void) | null {
  if (uploading.has(organizerId) || uploading.size >= uploadsAtMost) return null;
  uploading.add(organizerId);
  return () => void uploading.delete(organizerId);
}

/**
 * Makes the files of an uploaded picture, without anything that was in it but the picture, in a process of
 * its own and one picture after the other.
 */
export async function makePicture(upload: Buffer, megabytes = megabytesAtMost): Promise<PictureAnswer> {
  if (waiting > waitingAtMost) return { problem: "picture-busy" };
  waiting++;
  const made = last.then(() => make(upload, megabytes));
  last = made.catch(() => {});
  try {
    return await made;
  } finally {
    waiting--;
  }
}

async function make(upload: Buffer, megabytes: number): Promise<PictureAnswer> {
  const { output, exit, signal, late } = await runInProcess(
    "picture-process",
    new URL("./picture-process.ts", import.meta.url),
    { input: upload, secondsAtMost, args: [String(secondsAtMost), String(megabytes)] },
  );
  if (late || exit === 2) return { problem: "picture-late" };
  // It, or the kernel, ended it for its memory.
  if (signal === "SIGKILL") return { problem: "picture-pixels" };
  if (exit !== 0) return { problem: "picture-broken" };
  return read(output);
}

/** A line that says what follows, then the files one after the other. */
function read(output: Buffer): PictureAnswer {
  let from = output.indexOf("\n") + 1;
  const head = JSON.parse(output.subarray(0, from).toString()) as Head;
  if ("problem" in head) return head;
  const files = head.files.map(({ length, ...file }) => {
    from += length;
    return { ...file, bytes: output.subarray(from - length, from) };
  });
  return { width: head.width, height: head.height, files };
}
