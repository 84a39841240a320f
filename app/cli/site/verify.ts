import { command, done, notDone } from "#app/cli/command.ts";
import { compareErasures, erasureLines } from "#app/cli/parts/erasures.ts";
import { sealLines } from "#app/cli/parts/seals.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";

export default command({
  summary:
    "check the audit log's seals and the erasure log, and recount everything; exit code 1 if anything differs",
  options: {},
  async run(opened) {
    const { db, env } = opened;
    const { seals, drift } = await db.transaction(
      async (tx) => ({
        seals: await checkSeals(tx),
        drift: [...(await listCounterDrift(tx)), ...(await listTotalDrift(tx, env.keys))],
      }),
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    const erasures = await compareErasures(opened);
    const sound = seals.broken.length === 0 && drift.length === 0 && erasures.sound;
    return (sound ? done : notDone)(
      { outcome: sound ? "sound" : "differs", seals, drift, erasures },
      ...sealLines(seals),
      ...drift.map(
        ({ campaign, counter, stored, counted }) =>
          `Counter ${counter} of ${campaign} is ${stored}, but should be ${counted}.`,
      ),
      ...erasureLines(erasures),
      sound ? "Everything matches." : "Something differs; see above.",
    );
  },
});
