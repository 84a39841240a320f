import { exitCodes, readOptions, required, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listCorrections } from "#app/domain/campaign/read-edit.server.ts";

/** The log of corrections of a campaign, newest first. */
export async function correctionList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("correction list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const corrections = await listCorrections(opened.db, id);
    const rows = corrections.map(({ id: line, correctedOn, kind, text }) => [
      ...[line, correctedOn, kind, text.replaceAll("\n", " ")],
    ]);
    tell(
      json,
      { outcome: "listed", corrections },
      ...(rows.length === 0
        ? ["Nothing has had to be corrected so far."]
        : table(["id", "day", "kind", "text"], rows)),
    );
    return exitCodes.done;
  });
}
