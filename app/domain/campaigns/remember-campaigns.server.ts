import type { Db } from "#db/index.ts";
import type { Campaign } from "./campaign.ts";
import { findCampaign } from "./queries.server.ts";

/** Looks a campaign up by its slug. */
export type FindCampaign = (slug: string) => Promise<Campaign | null>;

const rememberedFor = 1000;

/**
 * A look-up that remembers each campaign for a second, for forms that thousands post at once: what an
 * organizer changes, closing included, is seen a second later. While the database does not answer, the
 * last that was known is given, so that a form can be given back. Slugs that lead nowhere are not kept.
 */
export function rememberCampaigns(db: Db): FindCampaign {
  const known = new Map<string, { at: number; campaign: Promise<Campaign | null> }>();

  return (slug) => {
    const entry = known.get(slug);
    if (entry && performance.now() - entry.at < rememberedFor) return entry.campaign;

    const campaign = findCampaign(db, slug).catch((error) => {
      if (entry) return entry.campaign;
      throw error;
    });
    known.set(slug, { at: performance.now(), campaign });
    campaign.then(
      (found) => found ?? known.delete(slug),
      () => known.delete(slug),
    );
    return campaign;
  };
}
