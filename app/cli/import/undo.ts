import { withDatabase } from "#app/cli/environment.ts";
import { requireImport, tellOf, workUntilEnded } from "#app/cli/import.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";

const text = { type: "string" } as const;

/** Removes what an import brought, and nothing that its people did here since. */
export async function importUndo(args: string[]): Promise<number> {
  const { json, campaign, import: number } = readOptions(args, { campaign: text, import: text });
  const slug = required(campaign, "campaign");

  return withDatabase("import undo", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const which = await requireImport(opened, id, number);
    if (!(await undoImport(opened.db, which)))
      throw new CommandFailed(
        "This import cannot be undone: it brought nobody, is under way, was undone before, or exports are frozen.",
      );
    const { outcome, lines } = await tellOf(opened, await workUntilEnded(opened, which));
    tell(json, outcome, ...lines);
    return exitCodes.done;
  });
}
