import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { ballotItems, campaigns, meetings, supporters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anAddress, aSite } from "#tests/support/site.ts";
import { answerOf, inboxOf } from "#tests/support/ways.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const keys = makeKeys([site.env.SECRET]);
const logged: string[] = [];
for (const stream of site.output) stream.on("data", (chunk) => logged.push(String(chunk)));

const campaign = "/c/microsoft-ice";
const form = `${campaign}/pledge`;
const person = (email: string) => ({ name: "Ana Sample", email, country: "US" });
const agreed = { consent_pledge: "on" };
const filled = (email = anAddress(), more: Record<string, string> = {}) => ({
  ...person(email),
  ...agreed,
  kind: "direct",
  holding_form: "broker",
  // More digits than any time of day has before its point.
  shares: "86421.75",
  ...more,
});

const pledgesOf = async (email: string) => {
  await site.formsTaken();
  return site.db.execute(sql`
    select p.id, p.public_id, p.kind, p.holding_form, p.status, p.version, p.account_flags,
      p.held_on_record_date, p.shares_enc is not null as has_shares, p.bucket_enc is not null as has_bucket,
      p.comment,
      (select array_agg(i.intention order by i.ballot_item_id nulls last) from pledge_intentions i
        where i.pledge_id = p.id) as intentions
    from pledges p join supporters s on s.id = p.supporter_id where s.email = ${email} order by p.version`);
};

/** A new campaign, with a meeting and its items. */
async function aPledgePage(
  meeting: Partial<typeof meetings.$inferInsert> | null,
  items: Partial<typeof ballotItems.$inferInsert>[] = [],
) {
  const campaign = await aCampaign(site.db);
  const page = { path: `/c/${campaign.slug}/pledge`, campaign, items: [] as number[] };
  if (meeting === null) return page;
  const [stored] = await site.db
    .insert(meetings)
    .values({ targetId: campaign.targetId, year: 2099, status: "expected", ...meeting })
    .returning();
  for (const item of items) {
    const [row] = await site.db
      .insert(ballotItems)
      .values({ meetingId: stored?.id ?? 0, title: "Report on a sample", status: "on_ballot", ...item })
      .returning();
    page.items.push(row?.id ?? 0);
  }
  return page;
}
const announced = { status: "announced", meetingOn: "2099-12-05" } as const;

/** Someone whose address is confirmed, and their link. */
async function aKnownPerson(page: { campaign: { id: number; slug: string } }, hours = 24) {
  const email = anAddress();
  const { supporter } = await aStoredSignature(site.db, page.campaign, {
    email,
    name: "Known Sample",
    country: "DE",
  });
  await site.db.update(supporters).set({ confirmedAt: new Date() }).where(eq(supporters.id, supporter.id));
  const subject = supporter.publicId;
  return {
    email,
    subject,
    path: `/c/${page.campaign.slug}/pledge/${aToken("pledge", page, subject, hours)}`,
  };
}
type InCampaign = { campaign: { slug: string } };
const aToken = (purpose: TokenPurpose, { campaign }: InCampaign, subject: string, hours = 24) => {
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  const issuedAt = new Date(Date.now() - 172_800_000);
  return createToken(keys, purpose, { subject, issuedAt, expiresAt, within: campaign.slug });
};

/** Every table that holds `text` in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await site.db.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const holding: string[] = [];
  for (const { name } of tables) {
    const [row] = await site.db.execute(
      sql.raw(`select 1 from ${name} t where to_jsonb(t)::text like '%${text}%' limit 1`),
    );
    if (row) holding.push(name);
  }
  return holding;
}

const inputsOf = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<(?:input|select|textarea)[^>]* name="${name}"[^>]*>`, "g"))].map(
    ([tag]) => tag,
  );

/** Removes marks for line breaks from a page. */
const unbroken = (html: string) => html.replaceAll("<wbr/>", "").replaceAll("\u00a0", " ");

test("the page is shared, names its meeting, and what is unknown or unverified", async () => {
  const answer = await site.get(form);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toMatch(/^public/);
  expect(answer.headers.get("etag")).toMatch(/^W\//);
  const html = await answer.text();
  expect(html).toMatch(/Microsoft’s annual meeting of \d{4}/);
  expect(html).toContain("Not announced yet");
  expect(html).toContain("We haven’t verified this in");
  expect(html).toMatch(/In recent years the meeting was between late November and mid-December\./);
  expect(html).not.toMatch(/may have passed|too late/);
  expect(html).toContain('<a href="#foot-who">');
  expect(html).toContain('id="foot-who"');
  expect(html).not.toMatch(/<script(?! src="\/language\.js")| style="/);
});

test("the first step is one question, and opens a form for one way of holding", async () => {
  const page = await (await site.get(form)).text();
  for (const field of ["name", "email", "country"]) expect(inputsOf(page, field), field).toEqual([]);
  expect(page).not.toContain("We deliver the petition");
  const answer = await site.post(form, { step: "1", way: "broker" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const html = await answer.text();
  for (const [field, value] of Object.entries({ kind: "direct", holding_form: "broker" }))
    expect(html, field).toMatch(new RegExp(`<input type="hidden" name="${field}" value="${value}"`));
  expect(html).toContain("street name");
  expect(inputsOf(html, "account_flags")).toHaveLength(4);
  expect(html).not.toContain('method="get"');
  // Who they are comes last.
  expect(html.indexOf('name="shares"')).toBeLessThan(html.indexOf('name="name"'));
  expect(html).toContain('<option value="US" selected="">');
  expect(await (await site.post(form, { step: "1", way: "foreign_broker" })).text()).not.toContain(
    '<option value="US" selected="">',
  );
});

test("what is missing in the first step is said there, and what was typed stays", async () => {
  const answer = await site.post(form, { step: "1", name: "Ana <b>", comment: "Kept words" });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain("one thing needs a change");
  expect(html).toContain("Choose how you hold your shares.");
  expect(html).toContain("Ana &lt;b&gt;");
  expect(html).toContain('<input type="hidden" name="comment" value="Kept words"/>');
});

test("going back to the first step loses nothing on the way there and on again", async () => {
  const back = await site.post(form, {
    ...filled(anAddress()),
    shares: "7",
    willing: "cofile",
    step: "back",
  });
  expect(back.status).toBe(200);
  const first = await back.text();
  expect(first).toMatch(/<button[^>]*name="way" value="broker"[^>]*aria-current="true"/);
  expect(first).toContain('<input type="hidden" name="shares" value="7"/>');
  const on = await site.post(form, {
    ...person(anAddress()),
    step: "1",
    way: "registered",
    shares: "7",
    willing: "cofile",
  });
  const second = await on.text();
  expect(inputsOf(second, "shares")[0]).toContain('value="7"');
  expect(second).toMatch(/<input[^>]*checked=""[^>]*value="cofile"|id="willing" name="willing" checked=""/);
  expect(second).toContain("proxy card");
  expect(inputsOf(second, "account_flags")).toEqual([]);
});

test("the form stores a pledge with a sealed number, and emails its owner", async () => {
  const email = anAddress();
  // Other tests confirm theirs, which then add to totals.
  const shares = "73519.25";
  const answer = await site.post(form, filled(email, { intention: "for", shares }));
  expect(answer.status).toBe(303);
  expect(inboxOf(answer)).toBe(`${campaign}/check-your-inbox?for=388`);
  expect(await pledgesOf(email)).toMatchObject([
    {
      kind: "direct",
      holding_form: "broker",
      status: "email_pending",
      has_shares: true,
      has_bucket: false,
      intentions: ["for"],
    },
  ]);
  expect(await tablesWith(shares)).toEqual([]);
  const mails = await site.db.execute(sql`
    select d.template from outbox d join supporters s on s.id = d.supporter_id where s.email = ${email}`);
  expect(mails).toEqual([{ template: "confirm-pledge" }]);
});

test("new, repeat and known addresses get the same answer, and one pending pledge", async () => {
  const email = anAddress();
  const answers: string[] = [];
  for (const address of [email, email, anAddress()]) {
    const answer = await site.post(form, filled(address));
    answers.push(JSON.stringify(await answerOf(answer)));
  }
  expect(new Set(answers).size).toBe(1);
  expect(await pledgesOf(email)).toHaveLength(1);
});

test("a form with errors keeps what was typed and says what to do", async () => {
  const email = anAddress();
  const typed = {
    ...person(email),
    kind: "direct",
    holding_form: "ira_brokerage",
    shares: "a few",
    held_since_month: "1985-01",
    account_flags: "margin",
    willing: "media",
    intention: "against",
    comment: "Kept words",
    display: "initials",
    standing_instruction: "no",
    consent_updates: "on",
  };
  const answer = await site.post(form, typed);
  expect(answer.status).toBe(422);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const html = await answer.text();
  expect(html).toContain("three things need a change");
  expect(html).toContain("Enter the shares as a number like 120 or a range like 100-999");
  expect(html).toContain("from March 1986 on");
  expect(html).toContain('<a href="#consent_pledge">');
  expect(inputsOf(html, "shares")[0]).toContain('value="a few"');
  expect(inputsOf(html, "held_since_month")[0]).toContain('value="1985-01"');
  for (const [name, value] of Object.entries({
    account_flags: "margin",
    willing: "media",
    intention: "against",
    standing_instruction: "no",
  })) {
    const chosen = inputsOf(html, name).filter((tag) => tag.includes("checked"));
    expect(chosen, name).toHaveLength(1);
    expect(chosen[0]).toContain(`value="${value}"`);
  }
  expect(inputsOf(html, "consent_updates")[0]).toContain("checked");
  expect(inputsOf(html, "consent_pledge")[0]).not.toContain("checked");
  expect(html).toContain("Kept words");
  expect(html).toContain('<option value="initials" selected="">');
  expect(await pledgesOf(email)).toEqual([]);
});

test("a form from before an update keeps the range that was chosen in its own field", async () => {
  const email = anAddress();
  const older = (fields: Record<string, string>) =>
    filled(email, { shares: "", shares_bucket: "100-999", attest: "on", ...fields });
  const refused = await site.post(form, older({ held_since_month: "1985-01" }));
  expect(inputsOf(await refused.text(), "shares")[0]).toContain('value="100 to 999"');
  const both = await (await site.post(form, older({ shares: "120" }))).text();
  expect(inputsOf(both, "shares")[0]).toContain('value="120; 100 to 999"');
  expect(await pledgesOf(email)).toEqual([]);
  const onward = await (await site.post(form, { ...older({ way: "registered" }), step: "1" })).text();
  expect(inputsOf(onward, "shares")[0]).toContain('value="100 to 999"');
  expect((await site.post(form, older({}))).status).toBe(303);
  expect(await pledgesOf(email)).toMatchObject([{ has_shares: false, has_bucket: true }]);
});

test("a form of no known way of holding comes back to the first step", async () => {
  const { holding_form: _left, ...rest } = filled();
  const answer = await site.post(form, { ...rest, comment: "Kept words" });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('<a href="#way">');
  expect(html).toContain('name="shares" value="86421.75"');
  expect(html).toContain("Kept words");
});

test.each([
  ["a range across two of ours", { shares: "50-200" }],
  ["a header in the address", { email: "a@example.org\r\nBcc: b@example.org" }],
  ["NUL", { name: "Ana\u0000" }],
  ["thirteen digits", { shares: "1234567890123" }],
  ["a name with a card number in it", { name: "Ana 4111 1111 1111 1111" }],
])("%s is refused and stores nothing", async (_name, fields) => {
  const email = anAddress();
  const answer = await site.post(form, filled(email, fields));
  expect(answer.status).toBe(422);
  expect(await pledgesOf(email)).toEqual([]);
});

test("a field repeated without permission is refused, an unknown campaign 404", async () => {
  const raw = (body: string) =>
    fetch(site.url + form, {
      method: "POST",
      redirect: "manual",
      headers: { origin: site.url, "content-type": "application/x-www-form-urlencoded" },
      body,
    });
  const email = anAddress();
  const body = new URLSearchParams(filled(email)).toString();
  expect((await raw(`${body}&shares=3`)).status).toBe(422);
  expect((await raw(`${body}&account_flags=cash&account_flags=lending`)).status).toBe(303);
  expect((await pledgesOf(email))[0]?.account_flags).toEqual(["cash", "lending"]);
  expect((await site.post("/c/no-such-campaign/pledge", filled())).status).toBe(404);
});

test("a forbidden number is refused, explained, and neither stored nor logged", async () => {
  for (const [number, digits] of [
    ["4539 1488 0343 6467", "4539 1488 0343 6467"],
    ["My code is 8123456789012345 here", "8123456789012345"],
    ["219-09-9999", "219-09-9999"],
  ] as const) {
    const email = anAddress();
    const refused = await site.post(form, filled(email, { comment: number }));
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("Remove the long number from the comment");
    expect(html).toContain(number);
    expect(
      (await site.post(form, { ...person(email), step: "1", way: "broker", comment: number })).status,
    ).toBe(200);
    expect(await tablesWith(digits)).toEqual([]);
    expect(await tablesWith(email)).toEqual([]);
    expect(logged.join("")).not.toContain(digits);
  }
});

test("Spanish paths answer in their language's tree", async () => {
  const page = await (await site.get(`/es${form}`)).text();
  expect(page).toContain(`action="/es${form}"`);
  const step = await site.post(`/es${form}`, {
    step: "1",
    way: "unsure",
    helped: "on",
    ...person(anAddress()),
  });
  expect(await step.text()).toContain(`action="/es${form}"`);
  const stored = await site.post(`/es${form}`, filled());
  expect(inboxOf(stored)).toBe(`/es${campaign}/check-your-inbox?for=388`);
});

test("a likely slip in the address is asked about once, with all that was typed", async () => {
  const local = `typo${Date.now()}`;
  const asked = await site.post(form, filled(`${local}@gmial.com`));
  expect(asked.status).toBe(422);
  const question = await asked.text();
  expect(question).toContain(`value="${local}@gmail.com"`);
  expect(question).toContain('<input type="hidden" name="shares" value="86421.75"/>');
  expect(await pledgesOf(`${local}@gmial.com`)).toEqual([]);
  const chosen = filled(`${local}@gmial.com`, { email_choice: `${local}@gmail.com` });
  expect((await site.post(form, chosen)).status).toBe(303);
  expect(await pledgesOf(`${local}@gmail.com`)).toHaveLength(1);
});

test("an expected meeting takes a general intention and none for its items", async () => {
  const page = await aPledgePage({}, [{ status: "filed" }]);
  const step = await site.post(page.path, { step: "1", way: "broker", ...person(anAddress()) });
  const html = await step.text();
  expect(inputsOf(html, "intention")).toHaveLength(4);
  expect(html).not.toContain(`intention_${page.items[0]}`);
  const email = anAddress();
  const posted = await site.post(
    page.path,
    filled(email, { [`intention_${page.items[0]}`]: "for", intention: "against" }),
  );
  expect(posted.status).toBe(303);
  expect((await pledgesOf(email))[0]?.intentions).toEqual(["against"]);
});

test("an announced meeting asks about each votable item and shows its stage", async () => {
  const page = await aPledgePage(announced, [
    { number: 4, boardRecommendation: "against", campaignRecommendation: "for" },
    { status: "withdrawn", title: "Taken back" },
  ]);
  const html = await (
    await site.post(page.path, { step: "1", way: "broker", ...person(anAddress()) })
  ).text();
  expect(html).toContain("Item 4: Report on a sample");
  expect(html).toContain(
    "The board recommends “against”. This campaign recommends “for”. Not verified against the proxy " +
      "statement.",
  );
  expect(html).not.toContain("Taken back");
  expect(inputsOf(html, `intention_${page.items[0]}`)).toHaveLength(4);
  const email = anAddress();
  await site.post(
    page.path,
    filled(email, { [`intention_${page.items[0]}`]: "for", [`intention_${page.items[1]}`]: "for" }),
  );
  expect((await pledgesOf(email))[0]?.intentions).toEqual(["for"]);
});

test("once the record date has passed it is said and asked about, and not before", async () => {
  const ahead = await aPledgePage({ ...announced, recordDate: "2099-10-01" });
  const first = { step: "1", way: "broker", ...person(anAddress()) };
  expect(inputsOf(await (await site.post(ahead.path, first)).text(), "held_on_record_date")).toEqual([]);
  expect(await (await site.get(ahead.path)).text()).toContain("Everyone who owns shares on October 1, 2099");

  const passed = await aPledgePage({ ...announced, recordDate: "2026-01-05" });
  expect(unbroken(await (await site.get(passed.path)).text())).toContain("January 5, 2026, which has passed");
  const html = await (await site.post(passed.path, first)).text();
  expect(html).toContain("Did you hold them on January 5, 2026?");
  expect(inputsOf(html, "held_on_record_date")).toHaveLength(3);
  const email = anAddress();
  const missing = await site.post(passed.path, filled(email));
  expect(missing.status).toBe(422);
  expect(await missing.text()).toContain("Say whether you held them on the record date");
  expect((await site.post(passed.path, filled(email, { held_on_record_date: "unsure" }))).status).toBe(303);
  expect((await pledgesOf(email))[0]?.held_on_record_date).toBe("unsure");
});

test("the form for an employee plan says until when its trustee takes instructions", async () => {
  const page = await aPledgePage({
    ...announced,
    voteBy: new Date("2099-12-05T04:59Z"),
    planVoteBy: new Date("2099-12-01T04:59Z"),
  });
  const html = await (
    await site.post(page.path, { step: "1", way: "employee_plan", ...person(anAddress()) })
  ).text();
  expect(unbroken(html)).toContain("For this meeting their deadline is November 30, 2099, 11:59 p.m. EST.");
});

test("once an employee plan's trustee takes no more, the form and the dates say so", async () => {
  const planVoteBy = new Date("2026-01-02T04:59Z");
  const page = await aPledgePage({ ...announced, voteBy: new Date("2099-12-05T04:59Z"), planVoteBy });
  const first = { step: "1", way: "employee_plan", ...person(anAddress()) };
  const html = await (await site.post(page.path, first)).text();
  expect(unbroken(html)).toContain("their deadline was January 1, 2026, 11:59 p.m. EST. Ask them at once");
  expect(html).not.toContain("their deadline is");
  expect(unbroken(html)).toContain("January 1, 2026, 11:59 p.m. EST, which has passed");
});

test("a meeting whose last moment has passed is not called open, in any status", async () => {
  const page = await aPledgePage({
    status: "open",
    year: 2025,
    meetingOn: "2025-12-05",
    meetingAt: new Date("2025-12-05T16:30Z"),
  });
  const html = await (await site.get(page.path)).text();
  expect(html).toContain("Held; results not entered yet.");
  expect(html).not.toContain("Voting is open");
});

test("the form says that the record date is asked about, except for funds", async () => {
  const page = await aPledgePage({ ...announced, recordDate: "2026-01-05" });
  const asks = "The form asks about that day.";
  expect(await (await site.get(page.path)).text()).toContain(asks);
  const second = async (way: string) =>
    (await site.post(page.path, { step: "1", way, ...person(anAddress()) })).text();
  expect(await second("broker")).toContain(asks);
  const fund = await second("fund");
  expect(fund).not.toContain(asks);
  expect(fund).not.toContain("you can vote them at the next one");
});

test("a verified meeting says as of when, and an old check says that it is old", async () => {
  const checked = { ...announced, verifiedAt: new Date(), verifiedBy: "An organizer" };
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const fresh = await aPledgePage({ ...checked, asOf: day(2) });
  expect(await (await site.get(fresh.path)).text()).toContain("Verified by an organizer. As of");
  const stale = await aPledgePage({ ...checked, asOf: day(200) });
  expect(await (await site.get(stale.path)).text()).toContain("Please check the dates");
});

test("a fund's holder is asked for no number or vote, and learns what to do", async () => {
  const html = await (await site.post(form, { step: "1", way: "fund", ...person(anAddress()) })).text();
  for (const field of ["shares", "intention", "willing", "account_flags", "held_since_month"])
    expect(inputsOf(html, field), field).toEqual([]);
  expect(html).toContain("count fund holders separately");
  expect(html).toContain("You choose a policy for all votes");
  expect(inputsOf(html, "manager").map((tag) => /value="(.*?)"/.exec(tag)?.[1])).toEqual([
    "vanguard",
    "blackrock",
    "state-street",
    "schwab",
    "other",
  ]);
  expect(html).toContain("I hold a fund of yours that owns shares of Microsoft.");

  const email = anAddress();
  const fund = { ...person(email), ...agreed, kind: "fund" };
  const refused = await site.post(form, { ...fund, shares: "3" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("give no number of shares");
  expect((await site.post(form, fund)).status).toBe(303);
  expect(await pledgesOf(email)).toMatchObject([
    { kind: "fund", has_shares: false, has_bucket: false, intentions: null },
  ]);
});

test("an institution gets its own form, without conditions, and its own kind", async () => {
  const html = await (
    await site.post(form, { step: "1", way: "institution", ...person(anAddress()) })
  ).text();
  expect(html).toContain("sets no conditions for anyone on the board");
  expect(inputsOf(html, "holding_form")).toHaveLength(4);
  expect(inputsOf(html, "comment")).toEqual([]);
  const email = anAddress();
  const missing = await site.post(form, {
    ...person(email),
    ...agreed,
    kind: "institution",
    shares: "100,000 to 10 million",
  });
  expect(missing.status).toBe(422);
  expect(await missing.text()).toContain("Choose where the shares are held");
  const whole = filled(email, {
    kind: "institution",
    holding_form: "foreign_broker",
    shares: "100k-10 million",
  });
  expect((await site.post(form, whole)).status).toBe(303);
  expect(await pledgesOf(email)).toMatchObject([
    { kind: "institution", holding_form: "foreign_broker", has_bucket: true },
  ]);
});

test("someone who is not sure is helped to find out, and can continue without", async () => {
  const first = { step: "1", way: "unsure", ...person(anAddress()) };
  const help = await (await site.post(form, first)).text();
  expect(help).toContain("Find out how you hold your shares");
  for (const way of [
    "fund",
    "employee_plan",
    "ira_brokerage",
    "broker",
    "foreign_broker",
    "registered",
    "unsure",
  ])
    expect(help).toContain(`name="way" value="${way}"`);
  const found = await (await site.post(form, { ...first, helped: "on", way: "employee_plan" })).text();
  expect(found).toContain('name="holding_form" value="employee_plan"');
  const unsure = await (await site.post(form, { ...first, helped: "on" })).text();
  expect(unsure).toContain('name="holding_form" value="unsure"');
});

test("without a meeting the page says so, and a form is given back", async () => {
  const page = await aPledgePage(null);
  expect(await (await site.get(page.path)).text()).toContain("No meeting to pledge for yet");
  const answer = await site.post(page.path, filled(anAddress(), { comment: "Kept words" }));
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Kept words");
});

test("after the last vote the page asks for the address to mail the link for the outcome", async () => {
  const page = await aPledgePage({ status: "results", year: 2025, meetingOn: "2025-12-05" });
  const html = await (await site.get(page.path)).text();
  expect(html).toContain("Voting at the meeting of 2025 is over");
  expect(html).toContain('action="/manage"');
  expect(inputsOf(html, "way")).toEqual([]);
  const email = anAddress();
  const late = await site.post(page.path, filled(email, { comment: "Kept words" }));
  expect(late.status).toBe(410);
  expect(await late.text()).toContain("Kept words");
  expect(await pledgesOf(email)).toEqual([]);
});

test("a closed campaign answers 410 with what was typed", async () => {
  const page = await aPledgePage({});
  await site.db
    .update(campaigns)
    .set({ status: "closed", closedAt: new Date() })
    .where(sql`id = ${page.campaign.id}`);
  const email = anAddress();
  const answer = await site.post(page.path, filled(email, { comment: "Kept words" }));
  expect(answer.status).toBe(410);
  const html = await answer.text();
  expect(html).toContain("This campaign is closed");
  expect(html).toContain("Kept words");
  expect(await pledgesOf(email)).toEqual([]);
  const pageHtml = await (await site.get(page.path)).text();
  expect(pageHtml).toContain("This campaign is closed");
  expect(pageHtml).not.toContain("We count it, and remind you");
});

test("a known person is not asked who they are, and pledges at once", async () => {
  const page = await aPledgePage(announced, [{}]);
  const known = await aKnownPerson(page);
  const opened = await site.get(known.path);
  expect(opened.status).toBe(200);
  expect(opened.headers.get("cache-control")).toBe("no-store");
  expect(opened.headers.get("referrer-policy")).toBe("same-origin");
  const first = await opened.text();
  expect(first).toContain("Known Sample");
  expect(unbroken(first)).toContain(known.email);
  expect(inputsOf(first, "name")).toEqual([]);
  expect(inputsOf(first, "email")).toEqual([]);

  const second = await (await site.post(known.path, { step: "1", way: "broker" })).text();
  expect(inputsOf(second, "email")).toEqual([]);
  expect(second).toContain("Known Sample");
  const holderAnswers = {
    kind: "direct",
    holding_form: "broker",
    shares: "40",
    [`intention_${page.items[0]}`]: "for",
  };
  expect((await site.post(known.path, holderAnswers)).status).toBe(422);
  const stored = await site.post(known.path, {
    ...holderAnswers,
    ...agreed,
    comment: "My words",
    willing: "cofile",
  });
  expect(stored.status).toBe(303);
  expect(stored.headers.get("location")).toMatch(/^\/thanks\/[A-Za-z0-9_-]{54}$/);
  expect(await pledgesOf(known.email)).toMatchObject([{ status: "active", intentions: ["for"] }]);
});

test("an earlier pledge fills the form, and a change makes a new version", async () => {
  const page = await aPledgePage(announced, [{}]);
  const known = await aKnownPerson(page);
  const holderAnswers = {
    kind: "direct",
    holding_form: "broker",
    shares: "40.25",
    comment: "My words",
    willing: "cofile",
  };
  await site.post(known.path, {
    ...holderAnswers,
    ...agreed,
    [`intention_${page.items[0]}`]: "abstain",
    consent_contact: "on",
  });
  const html = await (await site.get(known.path)).text();
  expect(inputsOf(html, "shares")[0]).toContain('value="40.25"');
  expect(html).toContain("My words");
  expect(inputsOf(html, `intention_${page.items[0]}`).filter((tag) => tag.includes("checked"))[0]).toContain(
    "abstain",
  );
  expect(inputsOf(html, "willing").filter((tag) => tag.includes("checked"))).toHaveLength(1);
  expect(inputsOf(html, "consent_contact")[0]).toContain("checked");
  expect(inputsOf(html, "consent_pledge")[0]).not.toContain("checked");

  const bad = await site.post(known.path, { ...holderAnswers, ...agreed, shares: "many" });
  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain('value="many"');
  expect((await site.post(known.path, { ...holderAnswers, ...agreed, shares: "41" })).status).toBe(303);
  expect(await pledgesOf(known.email)).toMatchObject([
    { version: 1, status: "superseded" },
    { version: 2, status: "active" },
  ]);
});

test("an expired or foreign link opens nothing, and says how to get another", async () => {
  const page = await aPledgePage({});
  const known = await aKnownPerson(page, -1);
  const foreign = `${page.path}/${aToken("manage", page, known.subject)}`;
  const nobody = `${page.path}/${aToken("pledge", page, randomUUID())}`;
  for (const path of [known.path, foreign, nobody, `${page.path}/token`]) {
    const answer = await site.get(path);
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain("This link doesn’t work");
    expect(html).toContain('action="/manage"');
    expect(unbroken(html)).not.toContain(known.email);
    const { name: _name, email: _email, country: _country, ...answers } = filled();
    const posted = await site.post(path, { ...answers, comment: "Kept words" });
    expect(posted.status).toBe(410);
    expect(await posted.text()).toContain("Kept words");
  }
  expect(await pledgesOf(known.email)).toEqual([]);
});

test("after the last vote a known person is led to the voting question", async () => {
  const page = await aPledgePage(announced);
  const known = await aKnownPerson(page);
  const { name: _name, email: _email, country: _country, ...answers } = filled();
  expect((await site.post(known.path, answers)).status).toBe(303);
  await site.db.execute(
    sql`update meetings set status = 'closed' where target_id = ${page.campaign.targetId}`,
  );
  await expect
    .poll(async () => (await site.get(known.path)).text())
    .toMatch(/href="\/voted\/[A-Za-z0-9_-]{54}"/);
  expect((await site.post(known.path, answers)).status).toBe(410);
});

test("in public nobody is asked to pledge before it is said who asks", async () => {
  const live = await aSite({
    APP_URL: "https://undersigned.test",
    SECRET: randomBytes(48).toString("base64"),
    MAIL_FROM: "Undersigned <mail@undersigned.test>",
    DRAIN_NOTICE_SECONDS: "0",
  });
  const html = await (await live.get(form)).text();
  expect(html).toContain("Pledging is not open yet");
  expect(html).toContain("who pays for it");
  const answer = await live.post(form, filled(anAddress(), { comment: "Kept words" }), {
    origin: "https://undersigned.test",
  });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Kept words");
  await live.stop();
});

test("too many forms from one place are answered with 429 and what was typed", async () => {
  const from = { "x-forwarded-for": "198.51.100.7" };
  const empty = () => site.post(form, { kind: "direct" }, from).then(({ status }) => status);
  for (let batch = 0; batch < 12; batch++) await Promise.all(Array.from({ length: 25 }, empty));
  const refused = await site.post(form, filled(anAddress(), { comment: "Kept words" }), from);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const html = await refused.text();
  expect(html).toContain("Too many forms came from your network");
  expect(html).toContain("Kept words");
  expect(inputsOf(html, "shares")[0]).toContain('value="86421.75"');
});
