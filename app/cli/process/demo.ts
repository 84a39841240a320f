import type { Opened } from "#app/cli/environment.ts";
import { addDemo, hasPeople } from "#app/demo/add-demo.server.ts";
import { staysHere } from "#app/mail/mailing.server.ts";

type On = Pick<Opened, "db" | "env">;

const isOwnMachine = ({ env }: On) => env.localMode && staysHere(env.mail);

/** Allows made-up people only where no email can leave the machine and nobody has signed. */
export const mayAddDemo = async (on: On) => isOwnMachine(on) && !(await hasPeople(on.db));

/** Adds people who do not exist. */
export async function addDemoPeople(on: On) {
  if (!isOwnMachine(on)) return { outcome: "emails-leave" } as const;
  return addDemo(on.db, on.env.keys);
}
