import { createHash } from "node:crypto";
import { once } from "node:events";
import { exitCodes, readOptions } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { exportEntries } from "#app/domain/record/export-entries.server.ts";

/**
 * Writes the log with its seals as CSV to standard output, a campaign's or all of it, and its size and SHA-256 to standard
 * error. What belongs to other campaigns is in a campaign's as digests alone.
 */
export async function auditExport(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  return withDatabase("audit export", async (opened) => {
    const campaignId = campaign === undefined ? null : (await requireCampaign(opened, campaign)).id;
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const lines of exportEntries(opened.db, { campaignId, actor: "operator" })) {
      hash.update(lines);
      bytes += Buffer.byteLength(lines);
      if (!process.stdout.write(lines)) await once(process.stdout, "drain");
    }
    const sha256 = hash.digest("hex");
    const told = json
      ? JSON.stringify({ outcome: "exported", bytes, sha256 })
      : `${bytes} bytes, sha256 ${sha256}`;
    process.stderr.write(`${told}\n`);
    return exitCodes.done;
  });
}
