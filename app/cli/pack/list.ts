import { eq } from "drizzle-orm";
import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";
import { campaigns } from "#db/schema/index.ts";

/** The packs of a campaign, newest first. */
export async function packList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("pack list", async ({ db }) => {
    const [found] = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug));
    if (!found) throw new CommandFailed(`There is no campaign "${slug}".`);
    const packs = await listPacks(db, { campaignId: found.id, organizerId: null });
    const rows = packs.map(({ number, state, askedAt, signatures, letters, sha256 }) => [
      ...[number, state, askedAt.toISOString().slice(0, 16).replace("T", " ")],
      ...(sha256 ? [`${signatures}`, `${letters}`, sha256] : ["–", "–", ""]),
    ]);
    const lines = table(["number", "state", "asked (UTC)", "signatures", "letters", "sha256"], rows);
    tell(json, { packs }, ...(lines.length > 0 ? lines : ["There is no pack yet."]));
    return exitCodes.done;
  });
}
