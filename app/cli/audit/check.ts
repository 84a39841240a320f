import { command, done, notDone } from "#app/cli/command.ts";
import { sealLines } from "#app/cli/parts/seals.ts";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";

export default command({
  summary: "check the seals of the audit log; exit code 1 if an entry changed or a seal is missing",
  options: {},
  async run({ db }) {
    const seals = await checkSeals(db);
    const sound = seals.broken.length === 0;
    return (sound ? done : notDone)(
      { outcome: sound ? "sound" : "differs", ...seals },
      ...sealLines(seals),
      seals.newest === null ? "No seals yet." : `Newest seal: ${seals.newest}`,
      sound ? "All seals match." : "Some seals do not match; see above.",
    );
  },
});
