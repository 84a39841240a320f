import { CommandFailed, campaign, command } from "#app/cli/command.ts";
import { endImport, importNamed, workUntilEnded } from "#app/cli/import/parts/import.ts";
import { resumeImport } from "#app/domain/entries/imports/resume-import.server.ts";

export default command({
  summary: "resume an import that paused because its secret was missing",
  options: { campaign, import: importNamed },
  async run(opened, { import: which }) {
    if (!(await resumeImport(opened.db, which)))
      throw new CommandFailed(
        "It is not waiting for a secret, its file is gone, or the campaign is frozen. Run `import status`.",
      );
    const found = await workUntilEnded(opened, which);
    return endImport(opened, found, found.state === "imported");
  },
});
