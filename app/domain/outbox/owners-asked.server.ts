import { isLineOn } from "#app/domain/campaign/meetings/meeting.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import type { VoteOf } from "#emails/parts/owners.ts";
import type { Writing } from "./writing.server.ts";

/** Names the campaign's companies whose owners were told that this year's vote may be open. */
export async function ownersAsked({ db, locale, queuedAt }: Writing, slug: string): Promise<VoteOf[]> {
  const campaign = await findCampaign(db, slug, locale);
  return (campaign?.companies ?? [])
    .filter((company) => isLineOn(company, queuedAt))
    .map(({ name, voteEndsOn = null }) => ({ company: name, endsOn: voteEndsOn }));
}
