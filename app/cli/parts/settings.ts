import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigurationError } from "#app/lib/env.server.ts";

/** The one place of a machine's settings, for every process and command. */
export const settingsFile = "/etc/undersigned/undersigned.env";

let given: string | undefined;

/** Takes `--env FILE` out of a command line: its settings are used instead of the machine's. */
export function takeSettings(args: readonly string[]): string[] {
  given = undefined;
  const left: string[] = [];
  for (let place = 0; place < args.length; place++) {
    const [, value] = /^--env(?:=(.*))?$/s.exec(args[place] ?? "") ?? [];
    const isOurs = args[place] === "--env" || value !== undefined;
    if (!isOurs) left.push(args[place] ?? "");
    else {
      const file = value ?? args[++place];
      if (!file) throw new ConfigurationError("--env needs a file: --env /etc/undersigned/undersigned.env");
      given = resolve(file);
    }
  }
  return left;
}

/**
 * Loads the settings: of `--env`, else the machine's, else the checkout's `.env`. The environment wins over
 * each. A service whose manager has read the machine's file for it need not be allowed to.
 */
export function loadSettings(root: string, machine = settingsFile): void {
  const file = given ?? [machine, join(root, ".env")].find((one) => existsSync(one));
  if (!file) return;
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    if (file === machine && process.env.DATABASE_URL) return;
    const why =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : "this account may not";
    throw new ConfigurationError(
      `The settings in ${file} cannot be read: ${why}. Run the command as root or as the account of the service, or name other settings by --env FILE.`,
    );
  }
  if (file === machine) refuseAmbiguous(file);
  process.loadEnvFile(file);
}

/** Values that systemd and Node read alike: to systemd, a comment after a value is part of it. */
const alike = /^(?:[^"'`\\#]*|'[^']*'|"[^"\\]*")$/;

/** Refuses a value that a service and a command would read as two: an address, or a key of erasures. */
function refuseAmbiguous(file: string): void {
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const [, name, value = ""] = /^\s*(?:export\s+)?(\w+)\s*=(.*)$/.exec(line) ?? [];
    if (name === undefined || alike.test(value.trim())) continue;
    throw new ConfigurationError(
      `${file}, line ${index + 1}: services and commands would read ${name} differently. ` +
        "Put its value in single quotes, and a comment on a line of its own.",
    );
  }
}
