import { findOrganizerId } from "#app/domain/access/queries.server.ts";
import { endSessionsOf, listSessions } from "#app/domain/access/sign-in/sessions.server.ts";
import type { Opened } from "./environment.ts";
import { withDatabase } from "./environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./old.ts";
import { table } from "./table.ts";

const options = { email: { type: "string" } } as const;

async function requireOrganizer({ db }: Pick<Opened, "db">, email: string): Promise<string> {
  const id = await findOrganizerId(db, email);
  if (!id) throw new CommandFailed("No organizer has that address.");
  return id;
}

/** Where somebody is signed in now. */
export async function organizerSessionsCommand(args: string[]): Promise<number> {
  const { json, email } = readOptions(args, options);
  const address = required(email, "email");
  return withDatabase("organizer sessions", async (opened) => {
    const sessions = await listSessions(opened.db, await requireOrganizer(opened, address));
    const moment = (at: Date) => at.toISOString().slice(0, 16).replace("T", " ");
    const rows = sessions.map(({ createdAt, seenAt, strongBy, userAgent }) => [
      ...[moment(createdAt), moment(seenAt)],
      ...[strongBy ?? "none", userAgent ?? ""],
    ]);
    tell(
      json,
      { outcome: "listed", sessions },
      ...(rows.length === 0
        ? ["They are signed in nowhere."]
        : table(["since (UTC)", "seen (UTC)", "second factor", "browser"], rows)),
    );
    return exitCodes.done;
  });
}

/** Ends every session of somebody: their next click asks them to sign in. */
export async function organizerSignOut(args: string[]): Promise<number> {
  const { json, email } = readOptions(args, options);
  const address = required(email, "email");
  return withDatabase("organizer sign-out", async (opened) => {
    const ended = await endSessionsOf(opened.db, await requireOrganizer(opened, address));
    tell(json, { outcome: "ended", sessions: ended }, `Sessions ended: ${ended}.`);
    return exitCodes.done;
  });
}
