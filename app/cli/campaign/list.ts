import { exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { table } from "#app/cli/table.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";

/** Every campaign, drafts included, in the order in which they were made. */
export async function campaignList(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  return withDatabase("campaign list", async ({ db }) => {
    const campaigns = (await listCampaigns(db)).map(({ id: _id, ...line }) => line);
    const rows = campaigns.map(({ slug, status, frozen, featured, signatures, organizers, title }) => [
      ...[
        slug,
        frozen ? `${status}, frozen` : status,
        featured ? "featured" : "",
        signatures,
        organizers,
        title,
      ],
    ]);
    tell(
      json,
      { outcome: "listed", campaigns },
      ...(rows.length === 0
        ? ["There is no campaign yet."]
        : table(["campaign", "state", "", "signatures", "organizers", "title"], rows)),
    );
    return exitCodes.done;
  });
}
