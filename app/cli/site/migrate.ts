import { command, done } from "#app/cli/command.ts";
import { bringUpToDate } from "#app/cli/process/migrate.ts";

export default command({
  summary: "bring the database up to date",
  options: {},
  async run(opened) {
    await bringUpToDate(opened);
    return done({ outcome: "migrated" }, "The database is up to date.");
  },
});
