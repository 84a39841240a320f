import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { letters, pledges, signatures } from "#db/schema/index.ts";

type Whose = { supporterId: number; campaignId: number };

/** Whether a signature, a pledge or a letter of this person is shown in the campaign. */
export async function isShown(tx: Tx, { supporterId, campaignId }: Whose): Promise<boolean> {
  const shown = ["initials", "public"] as const;
  const of = (table: typeof signatures | typeof pledges | typeof letters) =>
    and(eq(table.supporterId, supporterId), eq(table.campaignId, campaignId), inArray(table.display, shown));
  const written = and(of(letters), notInArray(letters.state, ["email_pending", "withdrawn", "refused"]));
  const places = [
    tx.$count(signatures, of(signatures)),
    tx.$count(pledges, of(pledges)),
    tx.$count(letters, written),
  ];
  return (await Promise.all(places)).some((count) => count > 0);
}
