import { latestVote } from "#app/domain/campaign/meetings/latest-vote.ts";
import { meetingIn, translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { findCampaignOfEntry } from "#app/domain/campaign/queries.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { DbOrTx } from "#db/index.ts";
import type { FundLetterOf } from "./fund-letter.ts";
import type { FoundPledge } from "./queries.server.ts";

/** Finds what fills the letter of a fund's holder, in their language. Null for other holdings. */
export async function findFundLetter(
  db: DbOrTx,
  pledge: FoundPledge,
  locale: Locale,
): Promise<FundLetterOf | null> {
  const { kind, campaignId, companyId, company, fundManager: manager, name } = pledge;
  const campaign = kind === "fund" ? await findCampaignOfEntry(db, pledge, locale) : null;
  if (!campaign) return null;
  const translate = await translatorFor(db, campaignId, locale);
  const meetings = await listMeetings(db, campaignId, companyId);
  const { title, petition, jurisdiction } = campaign;
  return {
    company,
    manager,
    name,
    campaign: { title, petition: { summary: petition.summary }, jurisdiction },
    latestVote: latestVote(meetings.map((meeting) => meetingIn(translate, meeting))),
  };
}
