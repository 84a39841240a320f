import { fieldsOfMeeting } from "#app/domain/campaign/meetings/fields.ts";
import { pledgeStage, recordDatePassed } from "#app/domain/campaign/meetings/meeting.ts";
import { showMeeting } from "#app/domain/campaign/meetings/page-facts.ts";
import { findPledgeMeeting, listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { seenOfMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";

/** Loads what a meeting's page shows; null where the company has none of that year. */
export async function loadMeeting(
  { db }: Pick<AppLoadContext, "db">,
  campaignId: number,
  companyId: number,
  year: number,
) {
  const now = new Date();
  const [meetings, featured] = await Promise.all([
    listMeetings(db, campaignId, companyId),
    findPledgeMeeting(db, campaignId, companyId),
  ]);
  const meeting = meetings.find((one) => one.year === year);
  if (!meeting) return null;
  return {
    facts: showMeeting(meeting, now),
    pledges: {
      isFeatured: featured?.id === meeting.id,
      stage: pledgeStage(meeting, now),
      recordDatePassed: recordDatePassed(meeting, now),
    },
    fields: fieldsOfMeeting(meeting),
    seen: seenOfMeeting(meeting),
  };
}

export type MeetingPage = NonNullable<Awaited<ReturnType<typeof loadMeeting>>>;
