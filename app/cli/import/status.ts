import { campaign, command } from "#app/cli/command.ts";
import { endImport, importNamed, readImport } from "#app/cli/import/parts/import.ts";

export default command({
  summary: "print the progress of an import and the result of its rows",
  options: { campaign, import: importNamed },
  run: async (opened, { import: which }) => endImport(opened, await readImport(opened.db, which)),
});
