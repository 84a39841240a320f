import { withDatabase } from "#app/cli/environment.ts";
import { readImport, requireImport, tellOf } from "#app/cli/import.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { cancelImport } from "#app/domain/entries/imports/cancel-import.server.ts";

const text = { type: "string" } as const;

/** Ends an import that waits, or asks one that is under way to end at its next slice. */
export async function importCancel(args: string[]): Promise<number> {
  const { json, campaign, import: number } = readOptions(args, { campaign: text, import: text });
  const slug = required(campaign, "campaign");

  return withDatabase("import cancel", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const which = await requireImport(opened, id, number);
    if (!(await cancelImport(opened.db, which)))
      throw new CommandFailed("This import has ended: there is nothing to cancel.");
    const { outcome, lines } = await tellOf(opened, await readImport(opened.db, which));
    tell(json, outcome, ...lines);
    return exitCodes.done;
  });
}
