import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { letters, pledges, signatures } from "#db/schema/index.ts";

type Whose = { supporterId: number; campaignId: number };

/** Whether a signature, a pledge or a letter of this person is shown in the campaign. */
export async function isNamedInPublic(tx: Tx, { supporterId, campaignId }: Whose): Promise<boolean> {
  const publicDisplays = ["initials", "public"] as const;
  const of = (table: typeof signatures | typeof pledges | typeof letters) =>
    and(
      eq(table.supporterId, supporterId),
      eq(table.campaignId, campaignId),
      inArray(table.display, publicDisplays),
    );
  const written = and(of(letters), notInArray(letters.state, ["email_pending", "withdrawn", "refused"]));
  return (
    (await tx.$count(signatures, of(signatures))) > 0 ||
    (await tx.$count(pledges, of(pledges))) > 0 ||
    (await tx.$count(letters, written)) > 0
  );
}
