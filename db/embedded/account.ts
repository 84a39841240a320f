import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { EmbeddedServerError } from "./error.ts";

/** A local account to run the server as. */
export type Account = { name: string; uid: number; gid: number };

/**
 * Accounts to use, since PostgreSQL refuses to run as root. `postgres` is made for it; `irc` and `games`
 * exist on Debian and run nothing. `nobody` is last: other daemons drop to it and could then read the data.
 */
const unprivileged = ["postgres", "_postgres", "irc", "games", "nobody"];

const isRoot = () => process.getuid?.() === 0;

/**
 * Chooses who runs the server: null for this process's account.
 *
 * The owner of existing data stays; else, as root, the checkout's owner when that is somebody else, and then
 * the first unprivileged account.
 */
export function chooseAccount(data: string, checkout: string): Account | null {
  const dataOwner = existsSync(data) ? statSync(data).uid : undefined;
  if (!isRoot()) {
    if (dataOwner === undefined || dataOwner === process.getuid?.()) return null;
    const owner = accounts().find(({ uid }) => uid === dataOwner)?.name ?? `uid ${dataOwner}`;
    throw new EmbeddedServerError(
      `The database in ${data} belongs to the account "${owner}": start as root or as that account, as ` +
        "the first time.",
    );
  }

  const known = accounts();
  if (dataOwner !== undefined) {
    const owner = known.find(({ uid }) => uid === dataOwner && uid !== 0);
    if (owner) return owner;
    throw new EmbeddedServerError(
      `The database in ${data} belongs to uid ${dataOwner}, which this machine does not know: give the ` +
        "folder to the account that ran it (chown -R), or set DATABASE_URL.",
    );
  }
  const checkoutOwner = statSync(checkout).uid;
  const chosen =
    known.find(({ uid }) => uid === checkoutOwner && uid !== 0) ??
    unprivileged.map((wanted) => known.find(({ name }) => name === wanted)).find(Boolean);
  if (chosen) return chosen;
  throw new EmbeddedServerError(
    "PostgreSQL does not run as root and this machine has no account for it: make one (adduser " +
      "--system postgres), start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Checks that the account can open every path (a folder: enter it). */
export function canReach(account: Account | null, ...paths: string[]): boolean {
  if (!account) return true;
  const { uid, gid } = account;
  return paths.every((path) => spawnSync("test", ["-x", path], { uid, gid, cwd: "/" }).status === 0);
}

function accounts(): Account[] {
  if (!existsSync("/etc/passwd")) return [];
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
