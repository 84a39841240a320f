import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listImports } from "#app/domain/entries/imports/queries.server.ts";

/** The imports of a campaign, newest first. */
export async function importList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");

  return withDatabase("import list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const imports = await listImports(opened.db, id);
    const rows = imports.map(({ number, state, format, rows, added, createdAt }) => [
      ...[number, state, format, rows, added],
      createdAt.toISOString().slice(0, 16).replace("T", " "),
    ]);
    tell(
      json,
      { outcome: "listed", imports },
      ...(imports.length
        ? table(["number", "state", "format", "rows", "new", "time (UTC)"], rows)
        : ["There is no import yet."]),
    );
    return exitCodes.done;
  });
}
