import { asc, eq } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { campaigns, petitionVersions } from "#db/schema/index.ts";

export type PetitionTexts = Awaited<ReturnType<typeof readTexts>>;

/** Reads every version of a campaign's petition, oldest first, and the one in force. */
export async function readTexts(tx: Tx, campaignId: number) {
  const [campaign] = await tx
    .select({ inForce: campaigns.petitionVersion })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const versions = await tx
    .select()
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId))
    .orderBy(asc(petitionVersions.version));
  return { versions, current: versions.find(({ version }) => version === campaign?.inForce) ?? null };
}
