import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { letters, pledges, signatures } from "#db/schema/index.ts";

type Whose = { supporterId: number; campaignId: number };

/** True when this person's confirmed signature, pledge or letter shows their name in the campaign. */
export async function isNamedInPublic(tx: Tx, { supporterId, campaignId }: Whose): Promise<boolean> {
  const publicDisplays = ["initials", "public"] as const;
  const of = (table: typeof signatures | typeof pledges | typeof letters) =>
    and(
      eq(table.supporterId, supporterId),
      eq(table.campaignId, campaignId),
      inArray(table.display, publicDisplays),
    );
  const signed = and(of(signatures), inArray(signatures.state, ["confirmed", "quarantined"]));
  const pledged = and(of(pledges), inArray(pledges.status, ["active", "flagged"]));
  const written = and(of(letters), notInArray(letters.state, ["email_pending", "withdrawn", "refused"]));
  return (
    (await tx.$count(signatures, signed)) > 0 ||
    (await tx.$count(pledges, pledged)) > 0 ||
    (await tx.$count(letters, written)) > 0
  );
}
