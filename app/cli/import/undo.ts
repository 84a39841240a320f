import { CommandFailed, campaign, command } from "#app/cli/command.ts";
import { endImport, importNamed, workUntilEnded } from "#app/cli/import/parts/import.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";

export default command({
  summary: "undo an import; what its people did since stays",
  options: { campaign, import: importNamed },
  async run(opened, { import: which }) {
    if (!(await undoImport(opened.db, which)))
      throw new CommandFailed(
        "This import cannot be undone: it added nobody, is running, is already undone, or exports are frozen.",
      );
    return endImport(opened, await workUntilEnded(opened, which));
  },
});
