import { type Locale, locales } from "#app/i18n/index.ts";
import { remember } from "#app/lib/remember.ts";
import type { Db } from "#db/index.ts";
import { latestVote } from "./latest-vote.ts";
import type { Meeting } from "./meeting.ts";
import { meetingIn, translatorFor } from "./meeting-in.server.ts";
import { listMeetings, listOpenMeetings } from "./queries.server.ts";

/** Lists the meetings a campaign takes pledges for at a company, with their proposals in a language. */
export type ListOpenMeetings = (campaignId: number, locale: Locale, companyId?: number) => Promise<Meeting[]>;

/** Returns a lookup cached for a second, so that refusing a form costs no query. */
export function rememberMeetings(db: Db): ListOpenMeetings {
  const find = async (of: string, locale: Locale) => {
    const [campaignId = 0, companyId] = of.split(" ").map(Number);
    const translator = await translatorFor(db, campaignId, locale);
    const meetings = await listOpenMeetings(db, campaignId, companyId);
    const all = await listMeetings(db, campaignId, companyId);
    const vote = latestVote(all.map((meeting) => meetingIn(translator, meeting)));
    return meetings.map((meeting) => ({ ...meetingIn(translator, meeting), latestVote: vote }));
  };
  const of = new Map(locales.map((locale) => [locale, remember((of: string) => find(of, locale))] as const));
  return async (campaignId, locale, companyId) =>
    (await of.get(locale)?.(companyId === undefined ? `${campaignId}` : `${campaignId} ${companyId}`)) ?? [];
}
