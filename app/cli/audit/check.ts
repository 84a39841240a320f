import { exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { tellSeals } from "#app/cli/seals.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";

/** Checks every seal of the log; exits 1 where an entry was changed, or a seal does not follow the one before. */
export async function auditCheck(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const seals = await withDatabase("audit check", ({ db }) => checkSeals(db));
  const sound = seals.broken.length === 0;
  tell(
    json,
    { outcome: sound ? "sound" : "differs", ...seals },
    ...tellSeals(seals),
    seals.newest === null ? "There is no seal yet." : `Newest seal: ${seals.newest}`,
    sound ? "Every seal fits." : "Something differs; see above.",
  );
  return sound ? exitCodes.done : exitCodes.failed;
}
