import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import {
  addCompany,
  chooseCompany,
  listCompanies,
} from "#app/domain/campaign/company/change-company.server.ts";
import { companyForm, companyOfForm, fieldsOfCompany } from "#app/domain/campaign/company/company-form.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { saveCompany, seenOfCompany } from "#app/domain/campaign/company/save-company.server.ts";
import { meetingForm, meetingOfForm } from "#app/domain/campaign/meetings/meeting-form.ts";
import { showMeeting } from "#app/domain/campaign/meetings/page-facts.ts";
import { findCoFilingRule, listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { saveMeeting, seenOfMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import {
  auditEntries,
  campaignCompanies,
  campaignOrganizers,
  coFilingRules,
  meetings,
  targets,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, changeRows, firstOf, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aRecipient } from "#tests/support/letters.ts";
import { aFileMailing, silent } from "#tests/support/mail.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { sign } from "#tests/support/sign.ts";

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
  const meeting = firstOf(await listMeetings(db, campaign.id));
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

const fields = {
  name: "Hoshino",
  name_es: "Hoshino Motores",
  legal_name: "Hoshino Motors K.K.",
  ticker: "9999",
  exchange: "Tokyo Stock Exchange",
  zone: "Asia/Tokyo",
  country: "JP",
  jurisdiction: "other",
  register: "Corporate Number",
  register_number: "1234567890123",
  share_votes: "Common: one vote for each unit of 100 shares.",
  investor_relations_url: "https://hoshino.example/ir",
  investor_relations_email: "ir@hoshino.example",
};
const valuesOf = (given: Record<string, string> = {}) =>
  companyOfForm(companyForm(now).parse({ ...fields, ...given }));

async function aKeeper(role: OrganizerRole, campaign: { id: number }) {
  const organizer = await anOrganizer(db, { campaign, role });
  return { campaignId: campaign.id, organizerId: organizer.id };
}
const actionsOf = async ({ id }: { id: number }) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.campaignId, id))).map(({ action }) => action);

test("a company keeps all that its form takes, and reads it back the same", async () => {
  const campaign = await aCampaign(db);
  const scope = await aKeeper("organizer", campaign);
  const before = await findCompany(db, campaign.id);
  const edit = { scope, seen: seenOfCompany(before), values: valuesOf(), checked: false };
  expect(await saveCompany(db, edit, now)).toMatchObject({ outcome: "saved" });
  const company = await findCompany(db, campaign.id);
  expect(company).toMatchObject({
    name: "Hoshino",
    names: { es: "Hoshino Motores" },
    zone: "Asia/Tokyo",
    jurisdiction: "other",
    registerNumber: "1234567890123",
    verifiedAt: null,
  });
  expect(fieldsOfCompany(company)).toEqual(fields);
  expect(await actionsOf(campaign)).toEqual(["company-changed"]);
  expect(await saveCompany(db, edit, now), "an edit that began before").toEqual({ outcome: "stale" });
});

test("what a company cannot be is refused at its field", () => {
  const wrong = (given: Record<string, string>) =>
    companyForm(now)
      .safeParse({ ...fields, ...given })
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  expect(wrong({})).toBeUndefined();
  expect(wrong({ name: " " })).toEqual(["name name-missing"]);
  expect(wrong({ zone: "Mars/Olympus" })).toEqual(["zone zone-missing"]);
  expect(wrong({ country: "XX" })).toEqual(["country country-missing"]);
  expect(wrong({ jurisdiction: "uk" })).toEqual(["jurisdiction jurisdiction-missing"]);
  expect(wrong({ register: "" })).toEqual(["register register-missing"]);
  expect(wrong({ fiscal_year_end: "13-01" })).toEqual(["fiscal_year_end month-day"]);
  expect(wrong({ investor_relations_url: "http://hoshino.example" })).toEqual([
    "investor_relations_url url-shape",
  ]);
  expect(wrong({ investor_relations_email: "ir" })).toEqual(["investor_relations_email email-shape"]);
  expect(wrong({ checked: "on" })).toEqual(["source_url source-missing", "as_of as-of-missing"]);
});

test("the zone of a company stays while a meeting has a time in it", async () => {
  const campaign = await aCampaign(db);
  const scope = operator(campaign);
  const meeting = await aMeeting(db, campaign, 2027);
  const at = new Date("2027-12-05T13:30:00Z");
  await db.update(meetings).set({ meetingAt: at }).where(eq(meetings.id, meeting.id));
  const save = async () => {
    const seen = seenOfCompany(await findCompany(db, campaign.id));
    return saveCompany(db, { scope, seen, values: valuesOf(), checked: false }, now);
  };
  expect(await save()).toEqual({ outcome: "zone-in-use" });
  await db.update(meetings).set({ meetingAt: null }).where(eq(meetings.id, meeting.id));
  expect(await save()).toMatchObject({ outcome: "saved" });
});

test("facts that two campaigns share are changed by who keeps them in both", async () => {
  const campaign = await aCampaign(db);
  const other = await aCampaign(db, { targetId: campaign.targetId });
  const scope = await aKeeper("owner", campaign);
  const seen = seenOfCompany(await findCompany(db, campaign.id));
  const edit = { scope, seen, values: valuesOf(), checked: false };
  expect(await saveCompany(db, edit, now)).toEqual({ outcome: "shared" });
  expect(await listCompanies(db, scope.organizerId)).toEqual([]);
  await db
    .insert(campaignOrganizers)
    .values({ campaignId: other.id, organizerId: scope.organizerId, ...asRole("organizer") });
  expect(await saveCompany(db, edit, now)).toMatchObject({ outcome: "saved" });
  expect(await actionsOf(other)).toEqual(["company-changed"]);
  const viewer = await aKeeper("viewer", campaign);
  expect(await saveCompany(db, { ...edit, scope: viewer }, now)).toEqual({ outcome: "gone" });
});

test("a draft becomes one about a new company, and about one its manager keeps elsewhere", async () => {
  const draft = await aCampaign(db, { status: "draft" });
  const scope = await aKeeper("owner", draft);
  const meeting = await aMeeting(db, draft, 2027);
  await changeRows(db, campaignCompanies, { campaignId: draft.id }, { meetingId: meeting.id });
  const input = { scope, values: valuesOf({ name: "Ñandú & Co." }), checked: false };
  expect(await addCompany(db, input, now)).toEqual({ outcome: "added", slug: "nandu-co" });
  expect(await findCompany(db, draft.id)).toMatchObject({ name: "Ñandú & Co.", verifiedAt: null });
  expect(await listMeetings(db, draft.id)).toEqual([]);
  expect(await addCompany(db, input, now)).toEqual({ outcome: "added", slug: "nandu-co-2" });

  const known = await aCampaign(db);
  const { slug } = await findCompany(db, known.id);
  expect(await chooseCompany(db, { scope, slug }, now), "kept by others").toEqual({ outcome: "unknown" });
  await db
    .insert(campaignOrganizers)
    .values({ campaignId: known.id, organizerId: scope.organizerId, ...asRole("organizer") });
  expect(await chooseCompany(db, { scope, slug }, now)).toMatchObject({ outcome: "chosen" });
  expect((await findCompany(db, draft.id)).slug).toBe(slug);
  expect(await actionsOf(draft)).toEqual(["company-added", "company-added", "company-chosen"]);
});

test("a campaign that was public, or has recipients, keeps its company", async () => {
  const open = await aCampaign(db);
  const draft = await aCampaign(db, { status: "draft" });
  await aRecipient(db, draft);
  const add = (scope: { campaignId: number; organizerId: string | null }) =>
    addCompany(db, { scope, values: valuesOf(), checked: false }, now);
  expect(await add(operator(open))).toEqual({ outcome: "not-draft" });
  expect(await add(operator(draft))).toEqual({ outcome: "has-recipients" });
  const organizer = await aKeeper("organizer", await aCampaign(db, { status: "draft" }));
  expect(await add(organizer), "who does not manage it").toEqual({ outcome: "gone" });
});

test("a law that knows no record date has none on its meetings, and no rule for proposals", async () => {
  const campaign = await aCampaign(db);
  const scope = operator(campaign);
  const { id: targetId } = await findCompany(db, campaign.id);
  await storeRow(db, coFilingRules, {
    targetId,
    tiers: [{ atLeast: "2000", years: 3 }],
    priceWindowDays: 60,
    wordsAtMost: 500,
    cureDays: 14,
  });
  const meeting = await aMeeting(db, campaign, 2027);
  await db.update(meetings).set({ recordDate: "2027-10-01" }).where(eq(meetings.id, meeting.id));
  expect(await findCoFilingRule(db, campaign.id)).not.toBeNull();
  const save = async () => {
    const seen = seenOfCompany(await findCompany(db, campaign.id));
    return saveCompany(db, { scope, seen, values: valuesOf(), checked: false }, now);
  };
  expect(await save(), "a record date is stored").toEqual({ outcome: "law-in-use" });
  await db.update(meetings).set({ recordDate: null }).where(eq(meetings.id, meeting.id));
  expect(await save()).toMatchObject({ outcome: "saved" });
  expect(await findCoFilingRule(db, campaign.id)).toBeNull();

  const before = firstOf(await listMeetings(db, campaign.id));
  const given = { meeting_on: "2027-12-05", record_date: "2027-10-01", proposal_deadline: "2027-06-01" };
  const form = meetingForm({ now, zone: before.zone }, 2027).parse({ status: "announced", ...given });
  const values = meetingOfForm(form, before.zone);
  await saveMeeting(db, { scope, year: 2027, seen: seenOfMeeting(before), values, checked: false }, now);
  expect(await listMeetings(db, campaign.id)).toMatchObject([{ recordDate: null, proposalDeadline: null }]);
});

test("an email names the company as people of its reader's language call it", async () => {
  const campaign = await aCampaign(db);
  await changeRows(db, targets, campaign.targetId, { name: "Hoshino", names: { es: "Hoshino Motores" } });
  const textOf = async (locale: "en" | "es") => {
    const { mailing, readAll } = await aFileMailing();
    await sign(db, aSignatureInput(campaign, { locale }));
    await sendDueEmails(db, mailing, { log: silent });
    return (await readAll()).map(({ text }) => text?.replace(/\s+/g, " "));
  };
  expect(await textOf("en")).toEqual([expect.stringContaining("Not affiliated with Hoshino.")]);
  expect(await textOf("es")).toEqual([expect.stringContaining("Hoshino Motores")]);
});
