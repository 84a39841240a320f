import { disableOrganizer, enableOrganizer } from "#app/domain/team/disable-organizer.server.ts";
import { withDatabase } from "./environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./old.ts";

const nobody = () => new CommandFailed("No organizer has that address.");

function read(args: string[]) {
  const { json, email } = readOptions(args, { email: { type: "string" } });
  return { json, email: required(email, "email").trim().toLowerCase() };
}

/** Closes the account of an organizer, in every campaign at once. */
export async function organizerDisable(args: string[]): Promise<number> {
  const { json, email } = read(args);
  return withDatabase("organizer disable", async ({ db }) => {
    const ended = await disableOrganizer(db, email);
    if (ended.outcome === "gone") throw nobody();
    if (ended.outcome === "disabled-before") throw new CommandFailed("Their account is closed already.");
    if (ended.outcome === "last-owner")
      throw new CommandFailed(
        `They are the last owner of ${ended.slugs.join(", ")}: make somebody else an owner before. Nothing was changed.`,
      );
    const { campaigns } = ended;
    tell(
      json,
      ended,
      `Their account is closed: they are out of ${campaigns} ${campaigns === 1 ? "campaign" : "campaigns"} and signed out everywhere, and nothing lets them in.`,
    );
    return exitCodes.done;
  });
}

/** Opens a closed account again. */
export async function organizerEnable(args: string[]): Promise<number> {
  const { json, email } = read(args);
  return withDatabase("organizer enable", async ({ db }) => {
    if (!(await enableOrganizer(db, email))) throw new CommandFailed("No closed account has that address.");
    tell(
      json,
      { outcome: "enabled" },
      "Their account is open again: `organizer invite` takes them into a campaign.",
    );
    return exitCodes.done;
  });
}
