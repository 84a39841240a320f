import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import type { Db } from "#db/index.ts";

type Change = {
  words?: PetitionWords;
  tell?: string | null;
  approver?: OnCampaign["actor"];
  /** The version of the current draft. */
  draft?: number;
};

/** Puts a text that asks for something else in force, as one asks for it and another approves it. */
export async function aChangeOfMeaning(
  db: Db,
  on: OnCampaign,
  { words = { summary: "We ask more.", body: "Much more." }, tell = null, approver, draft = 0 }: Change = {},
): Promise<number> {
  const saved = await savePetition(db, { ...on, version: draft, words });
  const meaning = { is: "changed", earlier: "apart", tell } as const;
  const version = saved.outcome === "saved" ? saved.version : 0;
  const asked = await publishPetition(db, { ...on, version, meaning });
  if (asked.outcome === "published") return asked.version;
  const by = { campaignId: on.campaignId, actor: approver ?? on.actor, publicId: null };
  const approved = await approvePetition(db, by);
  if (approved.outcome !== "published") throw new Error(`${asked.outcome}, ${approved.outcome}`);
  return approved.version;
}
