import { command, done, notDone } from "#app/cli/command.ts";
import { sealLines } from "#app/cli/parts/seals.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";

export default command({
  summary: "check every seal of the log; exit code 1 where an entry was changed or a seal is missing",
  options: {},
  async run({ db }) {
    const seals = await checkSeals(db);
    const sound = seals.broken.length === 0;
    return (sound ? done : notDone)(
      { outcome: sound ? "sound" : "differs", ...seals },
      ...sealLines(seals),
      seals.newest === null ? "There is no seal yet." : `Newest seal: ${seals.newest}`,
      sound ? "Every seal fits." : "Something differs; see above.",
    );
  },
});
