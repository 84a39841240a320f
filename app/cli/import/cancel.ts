import { CommandFailed, campaign, command } from "#app/cli/command.ts";
import { endImport, importNamed, readImport } from "#app/cli/import/parts/import.ts";
import { cancelImport } from "#app/domain/entries/imports/cancel-import.server.ts";

export default command({
  summary: "end an import that waits, or ask one that is under way to end",
  options: { campaign, import: importNamed },
  async run(opened, { import: which }) {
    if (!(await cancelImport(opened.db, which)))
      throw new CommandFailed("This import has ended: there is nothing to cancel.");
    return endImport(opened, await readImport(opened.db, which));
  },
});
