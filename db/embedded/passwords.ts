import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { EmbeddedServerError } from "./error.ts";
import { readOrMakePrivate } from "./private-file.ts";

/** `superuser` makes roles and databases, `owner` migrates, `app` reads and writes rows. */
export type Role = "superuser" | "owner" | "app";

export const roleNames: Record<Role, string> = {
  superuser: "postgres",
  owner: "undersigned",
  app: "undersigned_app",
};

export type Passwords = Record<Role, string>;

const random = () => randomBytes(24).toString("hex");

/** Reads the three roles' passwords: random, made once, in `postgres.passwords` (0600). */
export function readPasswords(folder: string): Passwords {
  const file = join(folder, "postgres.passwords");
  const text = readOrMakePrivate(file, () =>
    JSON.stringify({ superuser: random(), owner: random(), app: random() }),
  );
  try {
    const { superuser, owner, app } = JSON.parse(text);
    if ([superuser, owner, app].every((password) => /^[0-9a-f]{48}$/.test(password))) {
      return { superuser, owner, app };
    }
  } catch {}
  throw new EmbeddedServerError(`${file} is damaged: move it away, and the next start sets new passwords.`);
}
