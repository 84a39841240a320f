import type { TokenScope } from "#app/domain/access/tokens/api-token.ts";
import { makeToken } from "#app/domain/access/tokens/make-token.server.ts";
import type { Db } from "#db/index.ts";

/** Makes an organizer's working token, with the headers that show it. */
export async function aToken(
  db: Db,
  { campaign, organizer }: { campaign: { id: number }; organizer: { id: string } },
  scopes: readonly TokenScope[],
  { days = 30, now = new Date() } = {},
) {
  const maker = { campaignId: campaign.id, organizerId: organizer.id };
  const actor = `organizer:${organizer.id}` as const;
  const made = await makeToken(db, { ...maker, actor, name: "A program", scopes, days }, now);
  if (made.outcome !== "made") throw new Error(made.outcome);
  return { ...made, headers: { authorization: `Bearer ${made.token}` } };
}
