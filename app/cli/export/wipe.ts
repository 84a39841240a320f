import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { id, required } from "#app/cli/options.ts";
import { wipeExport } from "#app/domain/outgoing/exports/wipe-exports.server.ts";

export default command({
  summary: "delete an organizer's export file before it expires",
  options: { campaign, export: required(id("the export", "export list")) },
  async run({ db, scope }, { export: id }) {
    if (!(await wipeExport(db, { ...scope, id })))
      throw new CommandFailed("That export has no file. Run `export list`.");
    return done({ outcome: "wiped" }, "The file is deleted.");
  },
});
