import { CommandFailed, campaign, command } from "#app/cli/command.ts";
import { endImport, importNamed, readImport } from "#app/cli/import/parts/import.ts";
import { cancelImport } from "#app/domain/entries/imports/cancel-import.server.ts";

export default command({
  summary: "cancel an import that is waiting or running",
  options: { campaign, import: importNamed },
  async run(opened, { import: which }) {
    if (!(await cancelImport(opened.db, which))) throw new CommandFailed("This import has already ended.");
    return endImport(opened, await readImport(opened.db, which));
  },
});
