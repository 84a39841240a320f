import { asc, eq, sql } from "drizzle-orm";
import { readPublicTotals } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import type { Tx } from "#db/index.ts";
import { auditSeals, campaigns, petitionVersions, targets } from "#db/schema/index.ts";
import { countPack } from "./count-pack.server.ts";
import { countUsStates } from "./count-us-states.server.ts";

export async function readPackContent(
  tx: Tx,
  { campaignId, companyId }: { campaignId: number; companyId: number },
) {
  const [moment] = await tx.execute<{ now: string }>(sql`select now() as now`);
  const asOf = new Date(moment?.now ?? Number.NaN);
  const [campaign] = await tx
    .select({ slug: campaigns.slug, title: campaigns.title, company: targets.name })
    .from(campaigns)
    .innerJoin(targets, eq(targets.id, companyId))
    .where(eq(campaigns.id, campaignId));
  if (!campaign) throw new Error(`campaign ${campaignId} is gone`);
  const counts = await countPack(tx, { campaignId, companyId });
  const versions = await tx
    .select()
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId))
    .orderBy(asc(petitionVersions.version));
  const [seal] = await tx.select().from(auditSeals).orderBy(sql`id desc`).limit(1);
  return {
    asOf,
    campaign,
    counts,
    states: await countUsStates(tx, { campaignId, companyId }),
    petitions: versions.map((version) => ({
      ...version,
      signatures: counts.byPetitionVersion[version.version] ?? 0,
    })),
    totals: await readPublicTotals(tx, campaignId, asOf, undefined, companyId),
    seal: seal
      ? { number: seal.id, sha256: seal.sha256.toString("hex"), sealedAt: seal.sealedAt.toISOString() }
      : null,
  };
}

export type PackContent = Awaited<ReturnType<typeof readPackContent>>;

/** Tells whether the figures of US states are of this pack, of an earlier one, or left out. */
export function statesAre({ states, counts }: PackContent): "now" | "earlier" | "left-out" {
  if (states.statesOfPack !== null) return "earlier";
  return states.signers === null && (counts.byCountry.US ?? 0) > 0 ? "left-out" : "now";
}
