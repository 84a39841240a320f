import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

const isRoot = () => process.getuid?.() === 0;

/**
 * Makes the folder of what the product keeps. Its owner is who owns the checkout around it. Root's
 * folder can be entered by others, since the server's account must reach its data, but not be listed.
 */
export function makeVarFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isRoot()) {
    chmodSync(folder, 0o711);
    giveToOwnerOf(dirname(folder), folder);
  }
}

/**
 * Reads a file that only the checkout's owner may read (0600); a missing one is made first. It
 * appears whole or not at all, and of two processes that make it at once both read the same one.
 */
export function readOrMakePrivate(path: string, make: () => string): string {
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
    try {
      writeFileSync(draft, make(), { mode: 0o600, flag: "wx", flush: true });
      giveToOwnerOf(dirname(path), draft);
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  if (statSync(path).mode & 0o077) chmodSync(path, 0o600);
  return readFileSync(path, "utf8");
}

function giveToOwnerOf(model: string, path: string): void {
  if (!isRoot()) return;
  const { uid, gid } = statSync(model);
  if (uid !== 0) chownSync(path, uid, gid);
}
