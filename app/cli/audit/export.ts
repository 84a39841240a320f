import { createHash } from "node:crypto";
import { once } from "node:events";
import { command, exitCodes, requireCampaign } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { exportEntries } from "#app/domain/record/export-entries.server.ts";

export default command({
  summary: "export the audit log with its seals as CSV; size and SHA-256 go to standard error",
  options: { campaign: text("S", "one campaign; entries of others appear as digests") },
  async run({ db, json }, { campaign }) {
    const campaignId = campaign === undefined ? null : (await requireCampaign(db, campaign)).id;
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const lines of exportEntries(db, { campaignId, actor: "operator" })) {
      hash.update(lines);
      bytes += Buffer.byteLength(lines);
      if (!process.stdout.write(lines)) await once(process.stdout, "drain");
    }
    const sha256 = hash.digest("hex");
    const line = json
      ? JSON.stringify({ outcome: "exported", bytes, sha256 })
      : `${bytes} bytes, sha256 ${sha256}`;
    process.stderr.write(`${line}\n`);
    return exitCodes.done;
  },
});
