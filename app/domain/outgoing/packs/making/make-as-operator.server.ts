import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { eq } from "drizzle-orm";
import { findCompanyId } from "#app/domain/campaign/company-of.server.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import { type FetchedPack, fetchPack } from "./fetch-pack.server.ts";
import type { PackPorts } from "./pack-files.server.ts";

export type MadeAsOperator =
  | { outcome: "made"; pack: Awaited<ReturnType<typeof listPacks>>[number] }
  | { outcome: "unknown-campaign" }
  /** It was requested: it can be made once an organizer approves it. */
  | { outcome: "waits"; number: number }
  | Exclude<FetchedPack, { outcome: "streaming" } | { outcome: "not-approved" }>;

type Input = { campaignSlug: string; companyId?: number | undefined; approveAlone: boolean };

/**
 * Makes a pack for the operator: the one that an organizer approved where there is one, else one that is
 * asked for now and, with `approveAlone`, approved by the operator alone, which is recorded and shown. `open`
 * is called once there is something to write.
 */
export async function makePackAsOperator(
  db: Db,
  ports: PackPorts,
  { campaignSlug, companyId: asked, approveAlone }: Input,
  open: () => Writable,
): Promise<MadeAsOperator> {
  const [campaign] = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.slug, campaignSlug));
  if (!campaign) return { outcome: "unknown-campaign" };
  const campaignId = campaign.id;
  const actor = "operator" as const;
  const companyId = await findCompanyId(db, { campaignId, companyId: asked });
  await askForPack(db, { campaignId, companyId, actor });
  const [newest] = await listPacks(db, { campaignId, companyId, organizerId: null }, new Date(), 1);
  if (!newest) throw new Error("a pack was asked for and is not on record");
  const on = { campaignId, publicId: newest.publicId, actor };
  if (newest.state === "asked") {
    if (!approveAlone) return { outcome: "waits", number: newest.number };
    await approvePack(db, { ...on, alone: true });
  }
  const fetched = await fetchPack(db, ports, on);
  if (fetched.outcome === "not-approved") return { outcome: "waits", number: newest.number };
  if (fetched.outcome !== "streaming") return fetched;
  await pipeline(fetched.file, open());
  const [pack] = await listPacks(db, { campaignId, companyId, organizerId: null }, new Date(), 1);
  if (pack?.state !== "made") throw new Error(`pack ${newest.publicId} was written and is not on record`);
  return { outcome: "made", pack };
}
