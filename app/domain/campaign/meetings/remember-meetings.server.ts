import { type Locale, locales } from "#app/i18n/index.ts";
import { remember } from "#app/lib/remember.ts";
import type { Db } from "#db/index.ts";
import type { Meeting } from "./meeting.ts";
import { meetingIn, translatorFor } from "./meeting-in.server.ts";
import { findPledgeMeeting } from "./queries.server.ts";

/** Finds the meeting a campaign takes pledges for at a company, with its proposals in a language. */
export type FindPledgeMeeting = (
  campaignId: number,
  locale: Locale,
  companyId?: number,
) => Promise<Meeting | null>;

/** Returns a lookup cached for a second, so that refusing a form costs no query. */
export function rememberMeetings(db: Db): FindPledgeMeeting {
  const find = async (of: string, locale: Locale) => {
    const [campaignId = 0, companyId] = of.split(" ").map(Number);
    const meeting = await findPledgeMeeting(db, campaignId, companyId);
    return meeting && meetingIn(await translatorFor(db, campaignId, locale), meeting);
  };
  const of = new Map(locales.map((locale) => [locale, remember((of: string) => find(of, locale))] as const));
  return async (campaignId, locale, companyId) =>
    (await of.get(locale)?.(companyId === undefined ? `${campaignId}` : `${campaignId} ${companyId}`)) ??
    null;
}
