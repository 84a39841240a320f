import { fstatSync, writeSync } from "node:fs";
import { type Logger, pino } from "pino";

/** A process's log. Nothing personal goes in: no address, name, token or body. */
export type Log = Logger;

type Failure = Error & { code?: unknown; severity?: unknown; constraint_name?: unknown; routine?: unknown };

/**
 * Describes an error for the log: type, code and place. Messages of libraries, of the language and of the
 * database quote what people typed ("Key (email)=(…)", "Unexpected token … in JSON"), so only one that
 * our own code threw is kept.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = framesOf(error);
  const place = { type: error.name, stack: frames.join("\n") };
  const failure = (error.cause instanceof Error ? error.cause : error) as Failure;
  const { code, constraint_name: constraint, routine } = failure;
  if (failure.severity !== undefined || "query" in error) return { ...place, code, constraint, routine };
  const described = isOurs(frames[0] ?? "") ? { message: withoutPeople(error.message) } : {};
  return { ...place, ...described, code: typeof code === "string" ? code : undefined };
}

/** The frames of a stack without its message, which may have lines that look like frames. */
function framesOf({ stack = "", message }: Error): string[] {
  const after = message ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(stack.includes(message) ? after : 0)
    .split("\n")
    .filter((line) => /^ +at .*(?::\d+:\d+\)?|\(<anonymous>\)|\(index \d+\))$/.test(line));
}

/** True for a frame in our own code. */
const isOurs = (frame: string) => /:\d+:\d+\)?$/.test(frame) && !/node_modules|node:/.test(frame);

/** Removes addresses, tokens, quoted text and everything after the first line from a message. */
const withoutPeople = (message: string) =>
  (message.split("\n", 1)[0] ?? "")
    .slice(0, 500)
    .replace(/["“'‘`«][^"“”'‘’`«»]*["”'’`»]/g, "(text)")
    .split(/([\s<>"']+)/)
    .map((part) => (/^[^@]+@./s.test(part) ? "(address)" : part))
    .join("")
    .replace(/[A-Za-z0-9_-]{40,}/g, "(token)");

/** Names `process` in each line, where several processes write to one stream. */
export function createLog(level = "info", { process }: { process?: string | undefined } = {}): Log {
  const options = {
    level,
    base: process === undefined ? null : { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return pino(options, logOutput(process));
}

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
function logOutput(name: string | undefined): Output {
  output ??= createOutput(process, name);
  return output;
}
