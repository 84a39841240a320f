import { remember } from "#app/lib/remember.ts";
import type { Db } from "#db/index.ts";
import type { Campaign } from "./campaign.ts";
import { findCampaign } from "./queries.server.ts";

/** Looks a campaign up by its slug. */
export type FindCampaign = (slug: string) => Promise<Campaign | null>;

/** A look-up that remembers each campaign for a second, closing included, for forms that thousands post at once. */
export const rememberCampaigns = (db: Db): FindCampaign => remember((slug) => findCampaign(db, slug));
