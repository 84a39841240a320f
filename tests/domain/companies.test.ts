import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { meetingForm, meetingOfForm } from "#app/domain/campaign/meetings/meeting-form.ts";
import { showMeeting } from "#app/domain/campaign/meetings/page-facts.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { saveMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";
import { targets } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { causeOf } from "#tests/support/refusals.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T15:00:00Z");
const operator = (campaign: { id: number }) => ({ campaignId: campaign.id, organizerId: null });

async function listedIn(zone: string) {
  const campaign = await aCampaign(db);
  await db.update(targets).set({ zone }).where(eq(targets.id, campaign.targetId));
  return campaign;
}

test("a meeting's times are read, stored and shown by the clocks of its company's exchange", async () => {
  const campaign = await listedIn("Asia/Tokyo");
  const { zone } = await findCompany(db, campaign.id);
  const form = meetingForm({ now, zone }, 2027).parse({
    status: "announced",
    meeting_on: "2027-06-25",
    meeting_time: "01:30",
    vote_by: "2027-06-24",
    vote_by_time: "17:30",
  });
  const values = meetingOfForm(form, zone);
  const saved = await saveMeeting(
    db,
    { scope: operator(campaign), year: 2027, seen: null, values, checked: false },
    now,
  );
  expect(saved.outcome).toBe("saved");
  const [meeting] = await listMeetings(db, campaign.id);
  if (!meeting) throw new Error("no meeting");
  expect(meeting.meetingAt).toEqual(new Date("2027-06-24T16:30:00Z"));
  expect(meeting.voteBy).toEqual(new Date("2027-06-24T08:30:00Z"));
  expect(showMeeting(meeting, now).dates).toMatchObject([
    { what: "voteBy", day: "2027-06-24", time: "17:30", zone: "GMT+9" },
    { what: "meeting", day: "2027-06-25", time: "01:30", zone: "GMT+9" },
  ]);
});

test("a meeting is in the zone of its company, which the database holds", async () => {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, 2027);
  await db.update(targets).set({ zone: "Asia/Tokyo" }).where(eq(targets.id, campaign.targetId));
  expect(await listMeetings(db, campaign.id)).toMatchObject([{ id: meeting.id, zone: "Asia/Tokyo" }]);
  const refused = await causeOf(aMeeting(db, campaign, 2028));
  expect(refused).toEqual({ code: "23503", constraint: "meetings_in_zone_of_target" });
});
