import { listImports } from "../domain/imports/queries.server.ts";
import { exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { aligned, requireCampaign } from "./on-update.ts";

/** The imports of a campaign, newest first. */
export async function importList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");

  return withDatabase("import list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const imports = await listImports(opened.db, id);
    const rows = imports.map(({ number, state, format, rows, added, createdAt }) => [
      ...[number, state, format, `${rows} rows`, `${added} new`],
      createdAt.toISOString().slice(0, 16).replace("T", " "),
    ]);
    tell(
      json,
      { outcome: "listed", imports },
      ...(imports.length ? aligned(rows) : ["There is no import yet."]),
    );
    return exitCodes.done;
  });
}
