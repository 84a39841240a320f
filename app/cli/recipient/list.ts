import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";

/** The offices that letters of a campaign go to. */
export async function recipientList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("recipient list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const recipients = await listRecipients(opened.db, id);
    const rows = recipients.map(({ publicId, verified, retiredAt, name, email }) => [
      ...[publicId, retiredAt ? "retired" : verified ? "verified" : "not verified", email, name],
      verified && !retiredAt ? `${verified.by}, ${verified.at.slice(0, 10)}: ${verified.where}` : "",
    ]);
    tell(
      json,
      { outcome: "listed", recipients },
      ...(rows.length === 0
        ? ["There is no office yet."]
        : table(["id", "state", "address", "office", "verified by"], rows)),
    );
    return exitCodes.done;
  });
}
