import { fstatSync, writeSync } from "node:fs";

/** Bytes of the log that wait in memory for a slow reader; more lines are dropped. */
const waitingAtMost = 1024 * 1024;

type Output = { write(line: string): void };

/**
 * Makes the output of a process's log, which never blocks it or ends it. Lines that cannot be written (full
 * disk, a pipe that nobody reads) are dropped and counted. The count is logged once writing works again.
 */
function createOutput(process: NodeJS.Process, name: string | undefined): Output {
  const { stdout } = process;
  const stat = fstatSync(stdout.fd);
  const isFile = stat.isFile() || (stat.isCharacterDevice() && !stdout.isTTY);
  let dropped = 0;
  // A torn line, of which the full disk took a part.
  let isTorn = false;

  /** Writes text, or counts it as this many dropped lines. */
  function put(text: string, lines: number): void {
    if (!isFile) {
      if (stdout.writableLength > waitingAtMost) dropped += lines;
      else
        stdout.write(text, (error) => {
          if (error) dropped += lines;
        });
      return;
    }
    const bytes = Buffer.from(isTorn ? `\n${text}` : text);
    try {
      const written = writeSync(stdout.fd, bytes);
      if (written > 0) isTorn = written < bytes.length;
      if (written < bytes.length) dropped += lines;
    } catch {
      dropped += lines;
    }
  }

  function report(): void {
    const lines = dropped;
    if (lines === 0) return;
    dropped = 0;
    const time = new Date().toISOString();
    const msg = "lines of the log were dropped: it could not be written";
    put(`${JSON.stringify({ level: 40, time, process: name, dropped: lines, msg })}\n`, lines);
  }

  if (!isFile) stdout.on("drain", report);
  return {
    write(line) {
      report();
      put(line, 1);
    },
  };
}

let output: Output | undefined;

/** Returns the one output of this process's logs. The first log names its process. */
export function logOutput(name: string | undefined): Output {
  output ??= createOutput(process, name);
  return output;
}
