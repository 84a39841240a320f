import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Account, canReach, chooseAccount } from "./account.ts";
import { requireRootOwned, sharedFolder } from "./binaries.ts";
import { EmbeddedServerError } from "./error.ts";

/** Where the data is and which account runs the server. */
export type DataFolder = { data: string; account: Account | null };

/**
 * Finds the data's place: `postgres/data` in `folder`; where the server's account cannot reach that (a
 * checkout in a private home), a folder of root's named for the path, noted in `postgres.location`.
 */
export function findDataFolder(folder: string): DataFolder {
  const location = join(folder, "postgres.location");
  if (existsSync(location)) {
    const data = readFileSync(location, "utf8").trim();
    return { data, account: chooseAccount(data, dirname(folder)) };
  }

  const parent = join(folder, "postgres");
  const data = join(parent, "data");
  const account = chooseAccount(data, dirname(folder));
  mkdirSync(parent, { recursive: true, mode: account ? 0o711 : 0o700 });
  if (account) chmodSync(parent, 0o711);
  if (canReach(account, parent)) return { data, account };
  if (existsSync(data)) {
    throw new EmbeddedServerError(
      `The account "${account?.name}" that runs the database cannot reach ${data}: let others enter ` +
        "the folders above it (chmod o+x).",
    );
  }

  const shared = join(sharedFolder, createHash("sha256").update(folder).digest("hex"));
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  chmodSync(shared, 0o711);
  for (const path of [sharedFolder, shared]) requireRootOwned(path);
  writeFileSync(location, `${join(shared, "data")}\n`);
  return { data: join(shared, "data"), account };
}
