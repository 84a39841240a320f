import { CommandFailed, campaign, command } from "#app/cli/command.ts";
import { endImport, importNamed, workUntilEnded } from "#app/cli/import/parts/import.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";

export default command({
  summary: "remove what an import brought, and nothing that its people did since",
  options: { campaign, import: importNamed },
  async run(opened, { import: which }) {
    if (!(await undoImport(opened.db, which)))
      throw new CommandFailed(
        "This import cannot be undone: it brought nobody, is under way, was undone before, or exports are frozen.",
      );
    return endImport(opened, await workUntilEnded(opened, which));
  },
});
