import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedServerError } from "./error.ts";
import { type Passwords, roleNames } from "./passwords.ts";
import { isAlive } from "./postmaster.ts";
import { run } from "./run.ts";

export const databaseName = "undersigned";

/**
 * Makes the data with its roles and its empty database, next to its place, and moves it there whole:
 * a start that dies half way leaves nothing, and of two at once one wins.
 */
export async function initialise(
  bin: string,
  { data, account }: DataFolder,
  passwords: Passwords,
  fsync: boolean,
): Promise<void> {
  removeAbandonedDrafts(data);
  const draft = `${data}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, passwords.superuser, { mode: 0o600, flag: "wx" });
    if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);

    await run(account, join(bin, "initdb"), [
      "-D",
      draft,
      "-U",
      roleNames.superuser,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(fsync ? [] : ["--no-sync"]),
    ]);
    await asSingleUser(bin, { data: draft, account }, [
      `create role ${roleNames.owner} login password '${passwords.owner}'`,
      `create role ${roleNames.app} login password '${passwords.app}'`,
      `create database ${databaseName} owner ${roleNames.owner}`,
      `revoke all on database ${databaseName} from public`,
      `grant connect on database ${databaseName} to ${roleNames.app}`,
    ]);
    moveIntoPlace(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Gives the roles of existing data the passwords of a new password file. The server must be down. */
export function resetPasswords(bin: string, place: DataFolder, passwords: Passwords): Promise<void> {
  const roles = ["superuser", "owner", "app"] as const;
  return asSingleUser(
    bin,
    place,
    roles.map((role) => `alter role ${roleNames[role]} password '${passwords[role]}'`),
  );
}

/** Runs statements, one per line, without a server that anyone could connect to. */
async function asSingleUser(bin: string, { data, account }: DataFolder, statements: string[]): Promise<void> {
  const output = await run(
    account,
    join(bin, "postgres"),
    ["--single", "-D", data, "template1"],
    `${statements.join("\n")}\n`,
  );
  const problem = /(?:ERROR|FATAL|PANIC):.*/.exec(output)?.[0];
  if (problem) throw new EmbeddedServerError(`The database in ${data} could not be set up: ${problem}`);
}

function moveIntoPlace(draft: string, data: string): void {
  try {
    renameSync(draft, data);
  } catch (error) {
    if (!existsSync(join(data, "PG_VERSION"))) throw error;
    return;
  }
  const folder = openSync(dirname(data), "r");
  fsyncSync(folder);
  closeSync(folder);
}

function removeAbandonedDrafts(data: string): void {
  const ours = new RegExp(`^${basename(data)}\\.new-(\\d+)-`);
  for (const name of readdirSync(dirname(data))) {
    const maker = ours.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(dirname(data), name), { recursive: true, force: true });
  }
}
