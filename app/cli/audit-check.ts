import { checkSeals } from "#app/domain/audit/check-seals.server.ts";
import { exitCodes, readOptions, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { tellSeals } from "./tell-seals.ts";

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
