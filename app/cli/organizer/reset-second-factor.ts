import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { resetSecondFactor } from "#app/domain/access/sign-in/change-second-factor.server.ts";

/** For an organizer who lost phone and codes: the operator has made sure who asks. */
export async function organizerReset(args: string[]): Promise<number> {
  const options = readOptions(args, { email: { type: "string" } });
  const email = required(options.email, "email").trim().toLowerCase();
  const reset = await withDatabase("organizer reset-second-factor", ({ db }) => resetSecondFactor(db, email));
  if (!reset) throw new CommandFailed("No organizer has that address.");
  tell(
    options.json,
    { outcome: "reset" },
    "Every second factor is off and every session has ended: who needs one sets it up anew at the next sign-in.",
  );
  return exitCodes.done;
}
