import { exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { tellSeals } from "#app/cli/seals.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";

/** Checks every seal of the audit log and counts everything again; exits 1 where anything differs. */
export async function verify(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const { seals, drift } = await withDatabase("verify", ({ db, env }) =>
    db.transaction(
      async (tx) => ({
        seals: await checkSeals(tx),
        drift: [...(await listCounterDrift(tx)), ...(await listTotalDrift(tx, env.keys))],
      }),
      { isolationLevel: "repeatable read", accessMode: "read only" },
    ),
  );

  const sound = seals.broken.length === 0 && drift.length === 0;
  tell(
    json,
    { outcome: sound ? "sound" : "differs", seals, drift },
    ...tellSeals(seals),
    ...drift.map(
      ({ campaign, counter, stored, counted }) =>
        `Counter ${counter} of ${campaign} says ${stored}, but there are ${counted}.`,
    ),
    sound ? "Everything fits." : "Something differs; see above.",
  );
  return sound ? exitCodes.done : exitCodes.failed;
}
