import { withDatabase } from "#app/cli/environment.ts";
import { readImport, requireImport, tellOf } from "#app/cli/import.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { requireCampaign } from "#app/cli/update.ts";

const text = { type: "string" } as const;

/** How far an import is, and what became of its rows. */
export async function importStatus(args: string[]): Promise<number> {
  const { json, campaign, import: number } = readOptions(args, { campaign: text, import: text });
  const slug = required(campaign, "campaign");

  return withDatabase("import status", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const found = await readImport(opened.db, await requireImport(opened, id, number));
    const { outcome, lines } = await tellOf(opened, found);
    tell(json, outcome, ...lines);
    return exitCodes.done;
  });
}
