import { eq } from "drizzle-orm";
import { campaigns } from "#db/schema/index.ts";
import { listPacks } from "../domain/packs/list-packs.server.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";

/** The packs of a campaign, newest first. */
export async function packList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("pack list", async ({ db }) => {
    const [found] = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug));
    if (!found) throw new CommandFailed(`There is no campaign "${slug}".`);
    const packs = await listPacks(db, { campaignId: found.id, organizerId: null });
    const lines = packs.map(({ number, state, askedAt, signatures, letters, sha256 }) =>
      [
        `Pack ${number}`,
        state,
        `asked ${askedAt.toISOString()}`,
        ...(sha256 ? [`${signatures} signatures, ${letters} letters`, `sha256 ${sha256}`] : []),
      ].join("  "),
    );
    tell(json, { packs }, ...(lines.length > 0 ? lines : ["There is no pack yet."]));
    return exitCodes.done;
  });
}
