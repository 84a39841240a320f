import { and, eq, isNull, ne } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import { type Locale, locales, localizedPath, words } from "#app/i18n/index.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { addresses } from "#app/routes.ts";
import { ballotItems, meetings, supporters } from "#db/schema/index.ts";
import { isPage } from "#tests/support/addresses.ts";
import { changeRows, testKeys as keys, storeRow } from "#tests/support/builders.ts";
import { seededCampaign } from "#tests/support/companies.ts";
import { forbiddenIn, missingIn, textOfPage, unwantedFieldsIn } from "#tests/support/guard-rails.ts";
import { aHolder, aPledgeInput, newestPledge, pledgeAnswers } from "#tests/support/holders.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const slug = "microsoft-ice";
const base = `/c/${slug}`;

type Page = { page: string; locale: Locale; html: string };
const pages: Page[] = [];
const rendered = new Set<string>();

/** Fetches a page in every language and keeps it for the tests below. `status`: the expected one. */
async function keep(
  route: string,
  page: string,
  path: string,
  fields?: Record<string, string>,
  status = 200,
) {
  rendered.add(route);
  for (const locale of locales) {
    const to = localizedPath(locale, path);
    const answer = fields ? await site.post(to, fields) : await site.get(to);
    expect([page, answer.status]).toEqual([page, status]);
    pages.push({ page: `${page} (${locale})`, locale, html: await answer.text() });
  }
}

const about = await seededCampaign(site.db);
const { campaign } = about;
// The seed's other meeting without a day would conflict with one in its year.
await site.db.delete(meetings).where(and(isNull(meetings.meetingOn), ne(meetings.id, about.meeting.id)));
const setMeeting = (values: Partial<typeof meetings.$inferInsert> & { meetingOn: string }) =>
  changeRows(site.db, meetings, about.meeting.id, { year: Number(values.meetingOn.slice(0, 4)), ...values });
const token = (
  purpose: TokenPurpose,
  subject: string,
  issuedAt = new Date(),
  expiresAt: Date | null = null,
) => createToken(keys, purpose, { subject, issuedAt, expiresAt });
/** Token of a link that changes a pledge: valid in its campaign alone. */
const changeToken = (subject: string) =>
  createToken(keys, "pledge", { subject, issuedAt: new Date(), expiresAt: null, within: slug });
const publicIdOf = async (supporterId: number) => {
  const [person] = await site.db.select().from(supporters).where(eq(supporters.id, supporterId));
  return person?.publicId ?? "";
};

/** Waits until the page, cached for a second, shows the meeting's state. */
async function keepFirst(when: string, status: "expected" | "open" | "held") {
  for (const locale of locales) {
    await vi.waitFor(
      async () => {
        const page = await site.get(localizedPath(locale, `${base}/pledge`));
        expect(await page.text()).toContain(words(locale).pledge.meeting.status[status]);
      },
      { timeout: 15_000, interval: 100 },
    );
  }
  await keep("public/pledges/pledge", `pledge, ${when}`, `${base}/pledge`);
}

async function keepFlow(when: string, status: "expected" | "open") {
  await keepFirst(when, status);
  const person = { name: "Ada Sample", email: "ada@example.org", country: "US" };
  for (const way of pledgeWays) {
    const page = `second step for ${way}, ${when}`;
    await keep("public/pledges/pledge", page, `${base}/pledge`, { ...person, way, step: "1" });
    const kind = way === "fund" || way === "institution" ? way : "direct";
    const holding = kind === "direct" ? way : "broker";
    const wrong = { ...person, kind, holding_form: holding, shares: "1,2", comment: "1234 5678 9012 3456" };
    await keep("public/pledges/pledge", `${page}, refused`, `${base}/pledge`, wrong, 422);
  }
  await keep("public/pledges/pledge", `first step refused, ${when}`, `${base}/pledge`, { step: "1" }, 422);
  const slip = { ...person, email: "ada@gmial.com", kind: "direct", holding_form: "broker", shares: "5" };
  const boxes = { consent_pledge: "on", held_on_record_date: "yes" };
  await keep("public/pledges/pledge", `spelling, ${when}`, `${base}/pledge`, { ...slip, ...boxes }, 422);
}

/** One of each who pledged, one who waits, and one who only signed. */
async function somePeople() {
  const { pledge: active } = await aHolder(site.db, about, {
    answers: pledgeAnswers({ willing: ["cofile"] }),
  });
  const { pledge: fund } = await aHolder(site.db, about, { answers: pledgeAnswers({ kind: "fund" }) });
  const large = pledgeAnswers({ kind: "institution", holding: { shares: "20000000", bucket: null } });
  const { pledge: flagged } = await aHolder(site.db, about, { answers: large });
  const { supporter } = await aStoredSignature(site.db, campaign as { id: number });
  await site.db.update(supporters).set({ confirmedAt: new Date() }).where(eq(supporters.id, supporter.id));
  const input = aPledgeInput(about);
  await pledge(site.db, keys, input);
  const pending = await newestPledge(site.db, input);
  return { supporter, rows: { pending, active, flagged, fund } };
}

async function keepPersonal(when: string, people?: Awaited<ReturnType<typeof somePeople>>) {
  const { supporter, rows } = people ?? (await somePeople());
  for (const [name, row] of Object.entries(rows)) {
    const confirm = `/confirm/${token("confirm-pledge", row.publicId)}`;
    await keep("personal/confirm", `confirm ${name}, ${when}`, confirm);
    const manage = `/manage/${token("manage", await publicIdOf(row.supporterId))}`;
    await keep("personal/manage", `manage ${name}, ${when}`, manage);
    if (name === "pending") continue;
    const thanks = `/thanks/${token("thanks-pledge", row.publicId)}`;
    await keep("personal/thanks", `thanks ${name}, ${when}`, thanks);
    const change = `${base}/pledge/${changeToken(await publicIdOf(row.supporterId))}`;
    await keep("personal/pledge", `change ${name}, ${when}`, change);
    const voted = `/voted/${token("voted", row.publicId)}`;
    await keep("personal/voted", `voted ${name}, ${when}`, voted);
  }
  const first = `${base}/pledge/${changeToken(supporter.publicId)}`;
  await keep("personal/pledge", `known and new, ${when}`, first);
  if (!when.includes("outcome")) {
    for (const way of pledgeWays) {
      const page = `known, second step for ${way}, ${when}`;
      await keep("personal/pledge", page, first, { way, step: "1" });
    }
  }
}

const inFuture = (days: number) => new Date(Date.now() + days * 86_400_000);
const day = (days: number) => inFuture(days).toISOString().slice(0, 10);

await keepFlow("expected", "expected");
await keepPersonal("expected");
await keep("public/pledges/totals", "totals", `${base}/pledges`);
const { pledge: older } = await aHolder(site.db, about);
await keep("public/pledges/list-page", "earlier names", `${base}/pledges/page/${older.publicId}`);
await keep("public/pledges/co-file", "calculator", `${base}/co-file`);
for (const holding of [
  { shares: "100", held_since_month: "2020-01" },
  { shares_bucket: "1-9", tenure_bucket: "unsure" },
  { shares: "100000", held_since_month: "2026-05", price: "100" },
] as Record<string, string>[]) {
  await keep("public/pledges/co-file", "calculated", `${base}/co-file`, holding);
}
await keep("public/pledges/co-file", "calculator refused", `${base}/co-file`, { shares: "x" }, 422);

await setMeeting({ status: "open", meetingOn: day(20), recordDate: day(-20), voteBy: inFuture(19) });
await storeRow(site.db, ballotItems, {
  meetingId: about.meeting.id,
  number: 9,
  title: "Report on human-rights due diligence",
  status: "on_ballot",
});
await keepFlow("open", "open");
await keepPersonal("open");

// After the vote, nobody can pledge or confirm.
const pledgedInTime = await somePeople();
await setMeeting({ status: "closed", meetingOn: day(-3), recordDate: day(-60), voteBy: inFuture(-4) });
await keepFirst("outcome", "held");
await keepPersonal("outcome", pledgedInTime);

test("every route of the flow is among the pages that were rendered", () => {
  const flow = addresses
    .filter(({ address }) => /^(?!\/organize).*(?:pledge|co-file\b|voted)/.test(address))
    // The same page for another company.
    .filter(({ id }) => isPage(id) && !id.endsWith("/of-company"));
  expect(flow.length).toBe(6);
  expect(flow.filter(({ id }) => !rendered.has(id))).toEqual([]);
  expect(pages.length).toBeGreaterThan(150);
});

test("no page of the flow holds a forbidden word", () => {
  const found = pages.flatMap(({ page, html }) =>
    forbiddenIn(textOfPage(html)).map((word) => `${page}: ${word}`),
  );
  expect(found).toEqual([]);
});

/** A form for changes that comes too late is not specific to a way of holding. */
const isOfFund = (page: string) => /\bfund\b/.test(page) && !/^change fund, outcome/.test(page);

test("every page of the flow says what a pledge is, and who runs and pays for the site", () => {
  const found = pages.flatMap(({ page, locale, html }) => {
    const text = textOfPage(html);
    const missing = missingIn(text, locale, "Microsoft", isOfFund(page));
    if (!/id="foot-who"/.test(html)) missing.push("who runs and funds this site");
    return missing.map((line) => `${page}: ${line}`);
  });
  expect(found).toEqual([]);
});

test("no field of the flow could take a control number, account or login", () => {
  const found = pages.flatMap(({ page, html }) => unwantedFieldsIn(html).map((field) => `${page}: ${field}`));
  expect(found).toEqual([]);
});
