import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { locate } from "./thread.server.ts";

type Run = {
  /** What it reads on standard input. */
  input: Buffer | string;
  /** After which it is ended. */
  secondsAtMost: number;
  /** Ends it, with an error. */
  stop?: AbortSignal | undefined;
  args?: readonly string[];
};

/** What it wrote on standard output; `late`: it was ended. */
type Ran = { output: Buffer; exit: number | null; signal: string | null; late: boolean };

/** Where memory runs out, the kernel ends such a process before the one that started it. */
const endedFirst =
  'try { process.getBuiltinModule("fs").writeFileSync("/proc/self/oom_score_adj", "1000") } catch {}';

/**
 * Runs a module as a process of its own, without secrets: what it loads, and what it does wrong, ends with
 * it. The module is a file of its own in the build (vite.config.ts).
 */
export async function runInProcess(
  name: string,
  source: URL,
  { input, secondsAtMost, stop, args = [] }: Run,
): Promise<Ran> {
  const file = await locate(name, source);
  const code = `${endedFirst}; await import(${JSON.stringify(file.href)})`;
  const flags = ["--max-old-space-size=64", "--input-type=module", "-e", code, ...args];
  const child = spawn(process.execPath, flags, {
    env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2" },
    stdio: ["pipe", "pipe", "ignore"],
    timeout: secondsAtMost * 1000,
    killSignal: "SIGKILL",
    signal: stop,
  });
  const ended = new Promise<Pick<Ran, "exit" | "signal">>((resolve, reject) => {
    child.once("error", reject).once("close", (exit, signal) => resolve({ exit, signal }));
  });
  // It may end before it has read everything: its exit tells.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [output, end] = await Promise.all([buffer(child.stdout), ended]);
  return { output, ...end, late: child.killed };
}
