import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import type { Db } from "#db/index.ts";
import { withdrawProposal } from "./propose-petition.server.ts";

/** Withdraws the request to put another text in force. Its draft stays. */
export async function withdrawPetition(
  db: Db,
  on: OnCampaign,
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-waiting" | "gone" }> {
  return db.transaction(async (tx) => {
    if (!(await lockCampaign(tx, on, "manage"))) return { outcome: "gone" };
    return { outcome: (await withdrawProposal(tx, on, "asked", now)) ? "withdrawn" : "not-waiting" };
  });
}
