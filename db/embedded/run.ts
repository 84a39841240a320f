import { spawn } from "node:child_process";
import type { Account } from "./account.ts";
import { clockVariables } from "./clock.ts";
import { EmbeddedServerError } from "./error.ts";

/** PostgreSQL's programs only get the clock from our environment: the rest may hold keys. */
const environment: NodeJS.ProcessEnv = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: "production",
  ...clockVariables,
};

/** Runs a program as the account with `input` and returns its output. A failure throws its last line. */
export function run(
  account: Account | null,
  program: string,
  args: string[],
  input: string | null = null,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const who = account ? { uid: account.uid, gid: account.gid } : {};
    const child = spawn(program, args, {
      ...who,
      env: environment,
      cwd: "/",
      stdio: ["pipe", "pipe", "pipe"],
    });
    let output = "";
    const listen = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? "");
    child.on("error", (error) =>
      reject(
        new EmbeddedServerError(
          `${program} cannot be run (${error.message}): this machine's system may not suit it; set ` +
            "DATABASE_URL.",
        ),
      ),
    );
    child.on("close", (code) => {
      if (code === 0) return resolve(output);
      const lastLine = output.trim().split("\n").at(-1) ?? "";
      reject(new EmbeddedServerError(`${program} failed (${code}): ${lastLine}`));
    });
  });
}
