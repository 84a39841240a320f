import { and, eq, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { findPledgeMeeting, listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { auditEntries, coFilingRules, issuerSnapshots, targets } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { dateFromNow } from "#tests/support/days.ts";
import { aBallotItem, aMeeting, nextYear } from "#tests/support/pledges.ts";
import { htmlOf, signedIn } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

/** The meeting's year in these tests. */
const year = nextYear + 4;

/** The first Sunday of November, when New York's clocks go back and an hour occurs twice. */
const endOfSummerTime = (of: number) => `${of}-11-0${1 + ((7 - new Date(`${of}-11-01`).getUTCDay()) % 7)}`;

/** A campaign with a meeting and a proposal, and an organizer who keeps them. */
async function aKeptMeeting(of = year) {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, of);
  const item = await aBallotItem(db, meeting);
  const owner = await signedIn(site, campaign, "organizer");
  const base = `/organize/c/${campaign.slug}/meetings`;
  const pages = {
    list: base,
    meeting: `${base}/${of}`,
    item: `${base}/${of}/items/${item.id}`,
    figures: `${base}/figures`,
    rule: `${base}/rule`,
  };
  return { campaign, meeting, item, owner, base, pages };
}

/** A page's form fields, as a browser sends them back. */
function fieldsIn(html: string): Record<string, string> {
  const form = /<form[^>]*class="keep-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  const typed = inputs
    .filter((tag) => attribute(tag, "type") !== "checkbox")
    .map((tag) => [attribute(tag, "name") ?? "", attribute(tag, "value") ?? ""]);
  const chosen = [...form.matchAll(/<select[^>]*name="([^"]*)"[\s\S]*?<\/select>/g)].map(([select, name]) => [
    name ?? "",
    /<option value="([^"]*)" selected/.exec(select)?.[1] ?? "",
  ]);
  return Object.fromEntries([...typed, ...chosen]);
}

/** Changes by the audit log. Refusals are stored every few seconds and do not count. */
const changesOf = (campaignId: number) =>
  db.$count(
    auditEntries,
    and(eq(auditEntries.campaignId, campaignId), ne(auditEntries.action, "access-refused")),
  );

const rule = {
  dollars_1: "2000",
  years_1: "3",
  price_window_days: "60",
  words_at_most: "500",
  cure_days: "14",
};
// Who may open which page and press which button is tried in console-table.test.ts.
test("pages of meetings have forms only for those who keep them", async () => {
  const { campaign, base, pages } = await aKeptMeeting();
  for (const [role, keeps] of [
    ["organizer", true],
    ["viewer", false],
  ] as const) {
    const owner = await signedIn(site, campaign, role);
    for (const path of Object.values(pages)) {
      const answer = await owner.get(path);
      expect(answer.status, `${role} ${path}`).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const html = await htmlOf(answer);
      expect(html.includes("keep-form"), `${role} ${path}`).toBe(keeps && path !== pages.list);
      if (!keeps) expect(html, `${role} ${path}`).toContain("Your role can’t change these");
    }
    for (const [path, fields] of [
      [`${base}/new`, { year: `${nextYear}`, status: "expected" }],
      [`${base}/${year}/items/new`, { title: "Another", status: "filed" }],
    ] as const) {
      expect((await owner.get(path)).status, `${role} ${path}`).toBe(keeps ? 200 : 403);
      if (!keeps) expect((await owner.post(path, fields)).status, path).toBe(403);
    }
  }
  expect(await changesOf(campaign.id)).toBe(0);
});

test("what is not of a meeting does not open under it", async () => {
  const { campaign, owner, base } = await aKeptMeeting();
  const other = await aKeptMeeting();
  const foreign = `${base}/${year}/items/${other.item.id}`;
  expect((await owner.get(foreign)).status).toBe(404);
  expect((await owner.post(foreign, { title: "Mine", status: "filed" })).status).toBe(404);
  for (const path of [
    `${base}/${year - 1}`,
    `${base}/${year}0`,
    `${base}/${year}/items/0`,
    `${base}/${year - 1}/items/new`,
  ])
    expect((await owner.get(path)).status, path).toBe(404);
  expect(await changesOf(campaign.id)).toBe(0);
});

test("facts shared with another campaign show who may edit them, and lose nothing", async () => {
  const { campaign, owner, base, pages } = await aKeptMeeting();
  const begun = fieldsIn(await owner.read(pages.meeting));
  const other = await aCampaign(db, { targetId: campaign.targetId, status: "draft", title: "A secret plan" });
  const says = "Other campaigns use these facts";
  const who = "only an owner or organizer of all of them can change them";
  for (const path of [...Object.values(pages), `${base}/new`, `${base}/${year}/items/new`]) {
    const html = await owner.read(path);
    expect(html, path).toContain(`${says}, so ${who}`);
    expect(html, path).not.toContain("keep-form");
    expect(html, path).not.toMatch(/Add a (meeting|proposal)/);
    expect(html, path).not.toContain(other.title);
  }
  const tries: [string, Record<string, string>, string][] = [
    [pages.meeting, { ...begun, record_date: `${year}-10-01` }, `value="${year}-10-01"`],
    [`${base}/new`, { year: `${nextYear}`, status: "expected" }, `value="${nextYear}"`],
    [pages.item, { title: "Kept title", status: "filed" }, 'value="Kept title"'],
    [pages.figures, { price: "12.34", as_of: "2026-01-05" }, 'value="12.34"'],
    [pages.rule, rule, 'value="2000"'],
  ];
  for (const [path, fields, keeps] of tries) {
    const answer = await owner.post(path, fields);
    expect(answer.status, path).toBe(409);
    const html = await htmlOf(answer);
    expect(html, path).toContain(`Not saved. ${says}`);
    expect(html, path).toContain("Your input is kept");
    expect(html, path).toContain(keeps);
  }
  const entries = () => db.$count(auditEntries, eq(auditEntries.campaignId, campaign.id));
  expect(await entries()).toBe(0);
  // Each campaign chooses the meeting that its pledges are for.
  expect(await owner.read(pages.list)).toContain(`Keep ${year}`);
  expect((await owner.post(pages.list, { year: `${year}` })).status).toBe(303);
  expect(await entries()).toBe(1);
});

test("a meeting is announced with dates, checked, and shown in New York time", async () => {
  const { campaign, owner, pages } = await aKeptMeeting();
  const fields = {
    ...fieldsIn(await owner.read(pages.meeting)),
    meeting_time: "08:30",
    record_date: `${year}-09-30`,
    vote_by: `${year}-12-04`,
    vote_by_time: "23:59",
    source_url: "https://example.org/proxy",
    as_of: dateFromNow(-2),
    checked: "on",
  };
  const saved = await owner.post(pages.meeting, fields);
  expect(saved.headers.get("location")).toBe(`${pages.meeting}?done=saved`);
  const html = await owner.read(`${pages.meeting}?done=saved`);
  expect(html).toContain("Saved. Reminders now follow these dates.");
  expect(html).toMatch(
    new RegExp(`December 4, ${year}</time>, 11:59\u00a0p.m. <span class="muted">Eastern time \\(EST\\)`),
  );
  expect(html).toContain("Verified by Olga Sample on");
  const [meeting] = await listMeetings(db, campaign.id);
  expect(meeting?.voteBy?.toISOString()).toBe(`${year}-12-05T04:59:00.000Z`);
  // The form returns what was typed: saving it again changes nothing.
  const again = fieldsIn(html);
  expect(again).toMatchObject({ vote_by: `${year}-12-04`, vote_by_time: "23:59", meeting_time: "08:30" });
  await owner.post(pages.meeting, again);
  expect((await listMeetings(db, campaign.id))[0]).toMatchObject({ verifiedAt: meeting?.verifiedAt });
});

test("what cannot be stored comes back with what was typed, and says what to do", async () => {
  const { campaign, owner, base, pages } = await aKeptMeeting();
  await aMeeting(db, campaign, nextYear);
  const cases: [string, Record<string, string>, string, string][] = [
    [
      pages.meeting,
      {
        status: "announced",
        meeting_on: `${year}-12-05`,
        vote_by: endOfSummerTime(year),
        vote_by_time: "01:30",
      },
      "Clocks go back that day, so this time occurs twice",
      'value="01:30"',
    ],
    [
      pages.meeting,
      { status: "announced", meeting_on: `${year}-12-05`, record_date: `${year}-12-06` },
      "This is after the meeting day",
      `value="${year}-12-06"`,
    ],
    [
      pages.meeting,
      { status: "results", meeting_on: `${year}-12-05` },
      "The meeting day is in the future",
      '<option value="results" selected',
    ],
    [
      pages.meeting,
      { status: "announced", meeting_on: `${year + 1}-12-05` },
      "Choose a day in the meeting’s year",
      `value="${year + 1}-12-05"`,
    ],
    [
      `${base}/new`,
      { year: `${nextYear + 1}`, status: "announced", meeting_on: `${nextYear}-12-05` },
      "Choose a day in the meeting’s year",
      `value="${nextYear}-12-05"`,
    ],
    [pages.meeting, { status: "announced" }, "or the status Expected", "Announced"],
    [
      `${base}/new`,
      { year: `${nextYear}`, status: "expected" },
      "This year already has a meeting",
      `value="${nextYear}"`,
    ],
    [`${base}/new`, { year: "2099", status: "expected" }, "This number is out of range", 'value="2099"'],
    [
      pages.item,
      { title: "Kept title", status: "voted", votes_for: "1,00" },
      "Enter a whole number, such as",
      'value="1,00"',
    ],
    [
      pages.figures,
      { price: "12.3456789", as_of: "2026-01-05" },
      "with up to six decimals",
      'value="12.3456789"',
    ],
    [
      pages.figures,
      { price: "12.34", as_of: "2026-01-05", checked: "on" },
      "Enter the address of the source",
      'value="12.34"',
    ],
    [pages.rule, { ...rule, years_1: "" }, "Enter the years for this amount", 'value="2000"'],
  ];
  for (const [path, fields, says, keeps] of cases) {
    const answer = await owner.post(path, fields);
    expect(answer.status, says).toBe(422);
    const html = await htmlOf(answer);
    expect(html, says).toContain(says);
    expect(html, says).toContain(keeps);
    expect(html, says).toContain("Nothing you typed is lost");
  }
  expect(await changesOf(campaign.id)).toBe(0);
});

test("a late edit keeps its text, shows the current one, and can be saved again", async () => {
  const { campaign, owner, pages } = await aKeptMeeting();
  const begun = fieldsIn(await owner.read(pages.meeting));
  await owner.post(pages.meeting, { ...begun, record_date: `${year}-10-01` });
  const late = await owner.post(pages.meeting, { ...begun, record_date: `${year}-10-02` });
  expect(late.status).toBe(409);
  const html = await htmlOf(late);
  expect(html).toContain("Someone else saved first");
  expect(html).toContain(`October 1, ${year}`);
  const mine = fieldsIn(html);
  expect(mine).toMatchObject({ record_date: `${year}-10-02` });
  await owner.post(pages.meeting, mine);
  expect((await listMeetings(db, campaign.id))[0]).toMatchObject({ recordDate: `${year}-10-02` });
});

test("votes make a percentage once they are checked, and before that none", async () => {
  const { owner, pages } = await aKeptMeeting(nextYear - 2);
  const fields = {
    ...fieldsIn(await owner.read(pages.item)),
    status: "voted",
    votes_for: "2641",
    votes_against: "7359",
    votes_abstain: "900",
    broker_non_votes: "800",
  };
  const page = async () => owner.read(pages.meeting);
  expect((await owner.post(pages.item, fields)).status).toBe(303);
  expect(await page()).toContain("hidden until verified");
  expect(await page()).not.toContain("26.41");
  const seen = fieldsIn(await owner.read(pages.item));
  const source = { source_url: "https://example.org/8k", as_of: "2026-01-05", checked: "on" };
  await owner.post(pages.item, { ...seen, ...source });
  expect(await page()).toContain("<b>26.41%</b>");
  expect(await page()).toContain("for / (for + against)");
});

test("figures are added once however often the form is sent, and stay", async () => {
  const { campaign, owner, pages } = await aKeptMeeting();
  const fields = { shares_outstanding: "7433038381", price: "0.000001", as_of: "2026-01-05" };
  const added = await owner.post(pages.figures, fields);
  expect(added.headers.get("location")).toBe(`${pages.figures}?done=added`);
  const twice = await owner.post(pages.figures, fields);
  expect(twice.headers.get("location")).toBe(`${pages.figures}?done=there`);
  const html = await owner.read(pages.figures);
  expect(html).toContain("7,433,038,381");
  expect(html).toContain("$0.000001");
  expect(html).toContain("Not verified");
  // A price entered later, alone, keeps the number of shares.
  await owner.post(pages.figures, { price: "7", as_of: "2026-01-06" });
  const [counting] = (await owner.read(pages.figures)).split("All figures");
  expect(counting).toMatch(
    /7,433,038,381.*as of January 5, 2026.*\$7\.00.*as of January 6, 2026.*not given/s,
  );
  expect(await db.$count(issuerSnapshots, eq(issuerSnapshots.targetId, campaign.targetId))).toBe(2);
});

test("a rule is refused under a law that has none, says what to do, and keeps what was typed", async () => {
  const { campaign, owner, pages } = await aKeptMeeting();
  const asTyped = { ...rule, dollars_1: "4321" };
  await db.update(targets).set({ jurisdiction: "other" }).where(eq(targets.id, campaign.targetId));
  const why = "Pages under this company’s law show no rule for proposals. If the law is wrong, correct it";
  const opened = await owner.get(pages.rule);
  expect(opened.status).toBe(404);
  const page = await htmlOf(opened);
  expect(page).toContain(why);
  expect(page).not.toContain("keep-form");

  const refused = await owner.post(pages.rule, asTyped);
  expect(refused.status).toBe(409);
  const html = await htmlOf(refused);
  expect(/role="alert">([^<]*)/.exec(html)?.[1]).toContain(why);
  expect(html).toContain('value="4321"');
  expect(await db.$count(coFilingRules, eq(coFilingRules.targetId, campaign.targetId))).toBe(0);
  expect(await changesOf(campaign.id)).toBe(0);
});

test("an unchecked rule says so and computes no shares", async () => {
  const { owner, pages } = await aKeptMeeting();
  expect(await owner.read(pages.rule)).toContain("Nothing entered yet");
  expect((await owner.post(pages.rule, rule)).status).toBe(303);
  const pageHtml = await owner.read(pages.rule);
  expect(pageHtml).toContain("the rule is not verified");
  expect(pageHtml).toContain("$2,000");
  const source = {
    source_url: "https://example.org/rule",
    as_of: dayInZone("America/New_York", new Date()),
    checked: "on",
  };
  await owner.post(pages.figures, { price_high_60d: "511.46", ...source });
  await owner.post(pages.rule, { ...fieldsIn(pageHtml), ...source });
  const checked = await owner.read(pages.rule);
  expect(checked).toContain("Shares needed");
  expect(checked).toMatch(/<td class="num">\$2,000<\/td><td class="num">4<\/td>/);
});

test("the meeting that pledges are for is chosen from the list", async () => {
  const { campaign, owner, pages } = await aKeptMeeting();
  await aMeeting(db, campaign, year + 1);
  const before = await owner.read(pages.list);
  expect(before).toContain("chosen automatically as the next one");
  expect(before).toContain(`Take pledges for ${year + 1}`);
  const chosen = await owner.post(pages.list, { year: `${year + 1}` });
  expect(chosen.headers.get("location")).toBe(`${pages.list}?done=featured`);
  expect((await findPledgeMeeting(db, campaign.id))?.year).toBe(year + 1);
  const after = await owner.read(`${pages.list}?done=featured`);
  expect(after).toContain(`now takes pledges for the ${year + 1} meeting`);
  expect(after).not.toContain("chosen automatically");
  expect((await owner.post(pages.list, { year: "1999" })).status).toBe(404);
  expect((await owner.post(pages.list, { year: "x" })).status).toBe(422);
});
