import { withDatabase } from "#app/cli/environment.ts";
import { requireImport, tellOf, workUntilEnded } from "#app/cli/import.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { resumeImport } from "#app/domain/entries/imports/resume-import.server.ts";

const text = { type: "string" } as const;

/** Goes on with an import that stopped as the secret of its file was missing, from the row at which it did. */
export async function importResume(args: string[]): Promise<number> {
  const options = readOptions(args, { campaign: text, import: text });
  const slug = required(options.campaign, "campaign");
  return withDatabase("import resume", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const which = await requireImport(opened, id, options.import);
    if (!(await resumeImport(opened.db, which)))
      throw new CommandFailed(
        "It does not wait for a secret, its file is gone, or the campaign is frozen: see `import status`.",
      );
    const found = await workUntilEnded(opened, which);
    const { outcome, lines } = await tellOf(opened, found);
    tell(options.json, outcome, ...lines);
    return found.state === "imported" ? exitCodes.done : exitCodes.failed;
  });
}
