import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import type { PictureAnswer, PictureFile, PictureProblem } from "#app/domain/campaign/picture/picture.ts";
import { locate } from "#app/lib/thread.server.ts";

type Head =
  | { problem: PictureProblem }
  | { width: number; height: number; files: (Omit<PictureFile, "bytes"> & { length: number })[] };

/** A picture of the most pixels takes ten seconds. */
const secondsAtMost = 60;
/** Pictures that may wait for the one that is being made. */
const waitingAtMost = 3;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the files of an uploaded picture, without anything that was in it but the picture, in a process of
 * its own and one picture after the other.
 */
export async function makePicture(upload: Buffer): Promise<PictureAnswer> {
  if (waiting > waitingAtMost) return { problem: "picture-busy" };
  waiting++;
  const made = last.then(() => make(upload));
  last = made.catch(() => {});
  try {
    return await made;
  } finally {
    waiting--;
  }
}

async function make(upload: Buffer): Promise<PictureAnswer> {
  const file = await locate("picture-process", new URL("./picture-process.ts", import.meta.url));
  const code = `await import(${JSON.stringify(file.href)})`;
  const flags = ["--max-old-space-size=64", "--input-type=module", "-e", code, String(secondsAtMost)];
  const child = spawn(process.execPath, flags, {
    env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2" },
    stdio: ["pipe", "pipe", "ignore"],
    timeout: secondsAtMost * 1000,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  // It may end before it has read everything: its exit tells.
  child.stdin.on("error", () => {});
  child.stdin.end(upload);
  const [output, exit] = await Promise.all([buffer(child.stdout), ended]);
  if (exit !== 0) return { problem: child.killed || exit === 2 ? "picture-late" : "picture-broken" };
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
