import { decideWords } from "#app/domain/moderation/decide-words.server.ts";
import { listWords } from "#app/domain/moderation/list-words.server.ts";
import type { NameDecision } from "#app/domain/names/name-review.ts";
import type { Db } from "#db/index.ts";
import { aCampaign } from "./builders.ts";
import { anOrganizer } from "./organizers.ts";
import { aStoredSignature } from "./signatures.ts";

/** Makes campaigns in which names are reviewed. */
export function namesIn(db: Db) {
  const agreed = ["sign", "deliver_to_company"] as const;

  async function aScene() {
    const campaign = await aCampaign(db);
    const organizer = await anOrganizer(db, { campaign, role: "reviewer" });
    const scope = { campaignId: campaign.id, organizerId: organizer.id };
    const sign = (name: string, values: object = {}) =>
      aStoredSignature(db, campaign, { name, consents: agreed, ...values });
    const inState = async (state: "queued" | "kept" | "hidden" | "asked") =>
      (await listWords(db, scope, { state, kind: null, reason: null, after: null })).words;
    const decide = async (name: string, decision: NameDecision, alike = false) => {
      const all = await Promise.all((["queued", "kept", "hidden", "asked"] as const).map(inState));
      const reviews = all.flat().filter((one) => one.name === name);
      return decideWords(db, {
        ...scope,
        decision,
        alike,
        reviews: reviews.slice(0, 1).map((one) => one.publicId),
      });
    };
    return { campaign, scope, sign, inState, decide };
  }

  return { agreed, aScene };
}
