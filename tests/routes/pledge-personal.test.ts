import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { viewMarks } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import type { PledgeInput } from "#app/domain/entries/pledges/pledge.server.ts";
import type { PledgeAnswers } from "#app/domain/entries/pledges/pledge.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { words } from "#app/i18n/index.ts";
import { createToken } from "#app/lib/token.server.ts";
import { auditEntries, outbox } from "#db/schema/index.ts";
import { storeRow, testKeys } from "#tests/support/builders.ts";
import { seededCampaign } from "#tests/support/companies.ts";
import { holding } from "#tests/support/forms.ts";
import { aHolder as aStoredHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { nextYear } from "#tests/support/pledges.ts";
import { anAddress, aSite, linkIn, press, waitForMail, waitForReceipt } from "#tests/support/site.ts";
import { inboxOf } from "#tests/support/ways.ts";

const site = await aSite();
// The seed's meeting, which has no date yet, is upcoming.
await site.db.execute(sql`update meetings set year = ${nextYear} where year = 2027`);
await site.db.execute(
  sql`update campaign_companies set meeting_id = (select id from meetings where year = ${nextYear})`,
);
const seeded = await seededCampaign(site.db);
const campaign = "/c/microsoft-ice";
const disclosed = words("en").pledge.disclosures("Microsoft");
const answers = { ...holding, shares: "1250.5" };
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
const textOf = async (path: string) => plain(await (await site.get(path)).text());

async function aPending(fields: Record<string, string> = {}) {
  const email = anAddress();
  const form = { name: "Ada Holder", email, country: "US", ...answers, ...fields };
  expect((await site.post(`${campaign}/pledge`, form)).status).toBe(303);
  return { email, confirm: linkIn(await waitForMail(site, email), "confirm") };
}
/** Pledges by the form and confirms by the email's link. */
async function aHolderByForm(fields: Record<string, string> = {}) {
  const { email, confirm } = await aPending(fields);
  const confirmed = await press(site, confirm);
  const thanks = confirmed.headers.get("location") ?? "";
  const receipt = await waitForReceipt(site, email);
  return { email, confirm, thanks, manage: linkIn(receipt, "manage"), ...(await rowOf(email)) };
}
/** Stores a confirmed pledge, and makes the links of its emails. */
async function aHolder({
  shares = "1250.5",
  answers = {},
  ...values
}: Partial<Omit<PledgeInput, "answers">> & { answers?: Partial<PledgeAnswers>; shares?: string } = {}) {
  const email = anAddress();
  const holding = { shares, bucket: null };
  const person = { to: email, name: "Ada Holder" };
  const input = { ...person, answers: pledgeAnswers({ holding, ...answers }), ...values };
  await aStoredHolder(site.db, seeded, input);
  const row = await rowOf(email);
  const [thanks, manage] = [linkFor("thanks-pledge", row.pledge), linkFor("manage", row.supporter)];
  return { email, thanks, manage, ...row };
}
async function rowOf(email: string) {
  const [row] = await site.db.execute<{
    pledge: string;
    id: number;
    series: string;
    status: string;
    supporter: string;
    supporter_id: number;
    campaign_id: number;
    outcome: string;
    reminders: boolean;
    display: string;
  }>(sql`
    select l.public_id as pledge, l.id::int, l.series, l.status, l.outcome, l.reminders, l.display,
      p.public_id as supporter, p.id::int as supporter_id, l.campaign_id
    from supporters p join pledges l on l.supporter_id = p.id where p.email = ${email} order by l.id desc
    limit 1`);
  if (!row) throw new Error("nothing was stored");
  return row;
}
const consentsOf = async (email: string) => {
  const rows = await site.db.execute<{ purpose: string }>(sql`
    select c.purpose from consents c join supporters p on p.id = c.supporter_id
    where p.email = ${email} and c.revoked_at is null order by c.purpose::text`);
  return rows.map(({ purpose }) => purpose);
};
/** Lets voting at the meeting be open or over until the running test ends. */
async function votingIs(status: "open" | "closed") {
  const becomes = (state: string, day: string | null) =>
    site.db.execute(sql`update meetings set status = ${state}, meeting_on = ${day} where year = ${nextYear}`);
  onTestFinished(async () => {
    await becomes("expected", null);
  });
  await becomes(status, `${nextYear}-12-07`);
}
const linkFor = (
  purpose: "voted" | "manage" | "thanks-pledge" | "confirm-pledge",
  subject: string,
  days = 1,
) => {
  const issuedAt = new Date(Date.now() - 3_600_000);
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  const path = purpose.replace("-pledge", "");
  return `/${path}/${createToken(testKeys, purpose, { subject, issuedAt, expiresAt })}`;
};

test("opening the link shows what waits, for which meeting, and changes nothing", async () => {
  const { email, confirm } = await aPending({ comment: "My own words" });
  const page = await site.get(confirm);
  const html = await page.text();
  expect(page.headers.get("cache-control")).toBe("no-store");
  for (const part of [
    "Ada Holder",
    `annual meeting of ${nextYear}`,
    "through a broker",
    "1,250.5 shares",
    "My own words",
    ...disclosed,
  ])
    expect(plain(html)).toContain(part);
  expect(html.match(/class="btn act/g)).toHaveLength(1);
  await fetch(site.url + confirm, { method: "HEAD" });
  expect(await rowOf(email)).toMatchObject({ status: "email_pending" });
});

test("pressing the button confirms once; again it says so and leads to the same thanks", async () => {
  const { email, confirm, thanks } = await aHolderByForm();
  expect(thanks).toMatch(/^\/thanks\//);
  expect(await rowOf(email)).toMatchObject({ status: "active" });
  expect(await textOf(confirm)).toContain("Your pledge is already confirmed");
  const again = await press(site, confirm);
  expect(again.status).toBe(303);
  expect(again.headers.get("location")).toMatch(/^\/thanks\//);
});

test("a link confirms what its email described, and the confirmed one counts", async () => {
  const { email, confirm } = await aPending();
  const other = { name: "Someone Else", email, country: "US", ...answers, shares: "9", intention: "against" };
  const answer = await site.post(`${campaign}/pledge`, other);
  expect(inboxOf(answer)).toBe(`${campaign}/check-your-inbox?for=388`);
  await site.formsTaken();
  const isNewer = ({ text }: { text?: string }) =>
    text?.includes("/confirm/") === true && !text.includes(confirm);
  const newest = linkIn(await waitForMail(site, email, isNewer), "confirm");
  for (const part of ["Ada Holder", "1,250.5 shares"]) expect(await textOf(confirm)).toContain(part);
  for (const part of ["Someone Else", "9 shares", "like these: against"])
    expect(await textOf(newest)).toContain(part);
  expect((await press(site, confirm)).status).toBe(303);
  expect(await rowOf(email)).toMatchObject({ status: "active" });
  const dead = await site.get(newest);
  expect([dead.status, plain(await dead.text())]).toEqual([
    404,
    expect.stringContaining("you confirmed another form"),
  ]);
});

test("a range is shown as one, and what cannot be read does not keep the page away", async () => {
  const { email, confirm } = await aPending({ shares: "100-999" });
  expect(await textOf(confirm)).toContain("between 100 and 999 shares");
  await site.db.execute(
    sql`update pledges set key_id = 'ffffffff' where public_id = ${(await rowOf(email)).pledge}`,
  );
  expect(await textOf(confirm)).toContain("can’t read it right now");
});

test("after the vote the page says it is too late, and its button does nothing", async () => {
  const { email, confirm } = await aPending();
  await votingIs("closed");
  expect(await textOf(confirm)).toContain("Voting at this meeting is over");
  expect(plain(await (await press(site, confirm)).text())).toContain("Voting at this meeting is over");
  expect(await rowOf(email)).toMatchObject({ status: "email_pending" });
});

test("“never write to me” withdraws what was confirmed, and says what stays", async () => {
  const { email, confirm } = await aHolderByForm();
  const pageText = plain(await (await site.post(confirm, { intent: "never" })).text());
  expect(pageText).toContain("is withdrawn and no longer counted");
  expect(pageText).not.toContain("was not counted");
  expect(await rowOf(email)).toMatchObject({ status: "withdrawn" });

  const signer = anAddress();
  await site.post(`${campaign}/sign`, { name: "Sig Ner", email: signer, country: "DE", consent_sign: "on" });
  const link = linkIn(await waitForMail(site, signer), "confirm");
  await press(site, link);
  expect(plain(await (await site.post(link, { intent: "never" })).text())).toContain(
    "It is now withdrawn and no longer counts",
  );
});

test("the email says what it replaces, and no receipt tells the shares", async () => {
  const { email, confirm } = await aHolderByForm();
  await site.post(`${campaign}/pledge`, {
    name: "Ada Holder",
    email,
    country: "US",
    ...answers,
    shares: "10000001",
  });
  const isNewer = ({ text }: { text?: string }) =>
    text?.includes("/confirm/") === true && !text.includes(confirm);
  const newer = await waitForMail(site, email, isNewer);
  expect(newer.text?.replace(/\s+/g, " ")).toContain(
    "Until then, your earlier pledge for this meeting counts.",
  );
  await press(site, linkIn(newer, "confirm"));
  const receipt = await waitForMail(site, email, ({ text }) => /reviews it before/.test(text ?? ""));
  expect(`${receipt.text} ${receipt.html}`).not.toMatch(/10 million|10,?000,?001/);
});

test("updates agreed to with a pledge are revoked on its page without a signature", async () => {
  const { email, manage, pledge } = await aHolder({ consents: ["pledge", "updates", "contact_cofile"] });
  expect(await consentsOf(email)).toContain("updates");
  expect(await (await site.get(manage)).text()).toMatch(
    /<input[^>]*(?:name="consent_updates"[^>]*checked|checked[^>]*name="consent_updates")/,
  );
  await site.post(manage, { intent: "consent", pledge, asked: "updates" });
  expect(await consentsOf(email)).toEqual(["contact_cofile", "pledge"]);
  await site.post(manage, { intent: "consent", pledge, asked: "updates", consent_updates: "on" });
  await site.post(manage, { intent: "withdraw", pledge });
  expect(await consentsOf(email)).toEqual(["updates"]);
  expect(await (await site.get(manage)).text()).toContain('name="consent_updates"');
  await site.post(manage, { intent: "consent", pledge, asked: "updates" });
  expect(await consentsOf(email)).toEqual([]);
});

test("the page to check one's mail fits who signed and who pledged", async () => {
  const html = await (await site.get(`${campaign}/check-your-inbox`)).text();
  expect(plain(html)).toContain("Open it and confirm; then you’re counted");
  expect(html).toContain(`href="${campaign}/pledge"`);
  expect(html).toContain(`href="${campaign}#sign"`);
});

test("an unreadable holding blocks neither its page nor the erasure", async () => {
  const { email, manage, pledge } = await aHolder();
  await site.db.execute(sql`update pledges set key_id = 'ffffffff' where public_id = ${pledge}`);
  const page = await site.get(manage);
  expect(page.status).toBe(200);
  expect(plain(await page.text())).toContain("saved, but we can’t read it right now");
  await site.post(manage, { intent: "erase", understood: "on" });
  expect(await site.db.execute(sql`select from supporters where email = ${email}`)).toHaveLength(0);
});

test("“this was not me” deletes what was entered and writes to nobody again", async () => {
  const { email, confirm } = await aPending();
  expect(await (await site.post(confirm, { intent: "never" })).text()).toContain(
    "We won’t write to this address again",
  );
  expect(await site.db.execute(sql`select from supporters where email = ${email}`)).toHaveLength(0);
  expect((await site.get(confirm)).status).toBe(404);
  expect((await press(site, confirm)).status).toBe(404);
});

test("a link tells its pledge's state: withdrawn, replaced, in review, expired", async () => {
  const withdrawn = await aHolderByForm();
  await site.post(withdrawn.manage, { intent: "withdraw", pledge: withdrawn.pledge });
  expect(await textOf(withdrawn.confirm)).toContain("Your pledge was withdrawn");

  const first = await aHolderByForm();
  await site.post(`${campaign}/pledge`, {
    name: "Ada Holder",
    email: first.email,
    country: "US",
    ...answers,
    shares: "7",
  });
  const second = await waitForMail(
    site,
    first.email,
    ({ text }) => text?.includes("/confirm/") === true && !text.includes(first.confirm),
  );
  const newer = linkIn(second, "confirm");
  expect(await textOf(newer)).toContain("replaces your earlier pledge for this meeting");
  await press(site, newer);
  expect(await textOf(first.confirm)).toContain("Replaced by a newer pledge");

  const large = await aHolder({ shares: "10000001" });
  expect(await textOf(linkFor("confirm-pledge", large.pledge))).toContain("Your pledge is under review");
  expect(await textOf(large.thanks)).toContain("Your pledge is under review");

  const { pledge } = await rowOf((await aPending()).email);
  const old = {
    issuedAt: new Date(Date.now() - 8 * 86_400_000),
    expiresAt: new Date(Date.now() - 86_400_000),
  };
  const expired = `/confirm/${createToken(testKeys, "confirm-pledge", { subject: pledge, ...old })}`;
  expect((await site.get(expired)).status).toBe(404);
  await site.post(expired, {});
  expect(
    await site.db.execute(sql`select from pledges where public_id = ${pledge} and status = 'active'`),
  ).toHaveLength(0);
});

test("the thanks page says what is next and links to form and petition", async () => {
  const { thanks } = await aHolderByForm({ willing: "cofile" });
  const html = await (await site.get(thanks)).text();
  for (const part of [
    "Your pledge is counted",
    `annual meeting of ${nextYear}`,
    "Sign the petition as well",
    ...disclosed,
  ])
    expect(plain(html)).toContain(part);
  expect(html).toContain(`href="${campaign}/co-file"`);
  const [form] = /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(html) ?? [];
  const opened = await (await site.get(form ?? "")).text();
  expect(opened).toContain("Ada Holder");
  expect(opened).not.toMatch(/name="email"/);
});

test("thanks have no link after a day, and are gone after a withdrawal", async () => {
  const { pledge, manage } = await aHolder();
  const old = linkFor("thanks-pledge", pledge, -0.01);
  expect(await textOf(old)).toContain("Your receipt is in your e");
  expect(await (await site.get(old)).text()).not.toMatch(/\/pledge\/[A-Za-z0-9_-]{54}/);
  await site.post(manage, { intent: "withdraw", pledge });
  expect((await site.get(old)).status).toBe(404);
});

test("a signer gets one link to the shareholder form, which knows them", async () => {
  const email = anAddress();
  await site.post(`${campaign}/sign`, { name: "Sig Ner", email, country: "DE", consent_sign: "on" });
  const confirmed = await press(site, linkIn(await waitForMail(site, email), "confirm"));
  const thanks = confirmed.headers.get("location") ?? "";
  const html = await (await site.get(thanks)).text();
  expect(plain(html)).toContain("Do you own shares?");
  const [form] = /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(html) ?? [];
  expect((await site.post(form ?? "", answers)).status).toBe(303);
  expect(await rowOf(email)).toMatchObject({ status: "active" });
  expect(await textOf(thanks)).not.toContain("Do you own shares?");
});

test("only the person sees their pledge's number, and who viewed it", async () => {
  const holder = await aHolder({ answers: { heldSinceMonth: "2021-05" } });
  const other = await aHolder({ shares: "77" });
  for (const part of ["1,250.5 shares", "May 2021", "counted; version 1", "Nobody so far", ...disclosed])
    expect(await textOf(holder.manage)).toContain(part);
  expect(await textOf(other.manage)).not.toContain("1,250.5");

  await storeRow(site.db, auditEntries, {
    actor: `organizer:${randomUUID()}`,
    action: "holding-viewed",
    campaignId: holder.campaign_id,
    detail: { pledge: viewMarks(testKeys, holder.pledge)[0] },
  });
  expect(await textOf(holder.manage)).not.toContain("Nobody so far");
  expect(await textOf(other.manage)).toContain("Nobody so far");
});

test("reminders, name, contact and pledge are ended one by one", async () => {
  const { email, manage, pledge } = await aHolder({
    answers: { display: "public" },
    consents: ["pledge", "contact_cofile", "public_name"],
  });
  const act = async (intent: string, fields: Record<string, string> = {}) =>
    plain(await (await site.post(manage, { intent, pledge, ...fields })).text());
  expect(await consentsOf(email)).toEqual(["contact_cofile", "pledge", "public_name"]);

  expect(await act("stop")).toContain("Reminders stopped. Your pledge still counts.");
  expect(await rowOf(email)).toMatchObject({ reminders: false, status: "active" });
  expect(await act("hide")).toContain("Your name is hidden.");
  expect(await rowOf(email)).toMatchObject({ display: "anonymous" });
  const asked = "contact_cofile";
  expect(await act("consent", { asked })).toContain("Choices saved.");
  expect(await consentsOf(email)).toEqual(["pledge"]);
  await act("consent", { asked, consent_contact: "on" });
  expect(await consentsOf(email)).toEqual(["contact_cofile", "pledge"]);
  expect(await act("withdraw")).toContain("Your pledge is withdrawn and no longer counts.");
  expect(await rowOf(email)).toMatchObject({ status: "withdrawn" });
  expect(await consentsOf(email)).toEqual([]);
  expect(await textOf(manage)).toContain("deleted when the pledge ended");
});

test("days of reminders are those of the place where their holder is", async () => {
  const { thanks, manage, id, series } = await aHolder({ country: "AU" });
  await site.db.execute(sql`insert into pledge_reminders (series, pledge_id, reminder, due_at, useless_at,
      state)
    values (${series}, ${id}, 'meeting-day', ${`${nextYear}-03-31T22:00:00Z`},
      ${`${nextYear}-04-02T00:00:00Z`}, 'scheduled')`);
  for (const path of [thanks, manage])
    expect(await textOf(path)).toMatch(new RegExp(`On the day of the meeting:.* April 1, ${nextYear}`));
});

test("one person's link does nothing to another person's pledge", async () => {
  const mine = await aHolder();
  const other = await aHolder({ answers: { display: "public" }, consents: ["pledge", "public_name"] });
  for (const intent of ["withdraw", "hide", "consent", "stop"]) {
    expect((await site.post(mine.manage, { intent, pledge: other.pledge })).status).toBe(422);
  }
  expect(await rowOf(other.email)).toMatchObject({ status: "active", display: "public", reminders: true });
});

test("the file with all that is held has the pledge with its number, and no internal key", async () => {
  const { manage } = await aHolder();
  const asked = await site.post(manage, { intent: "export" });
  const ownData = await (await site.get(asked.headers.get("location") ?? "")).json();
  expect(ownData.pledges).toMatchObject([
    { holding: { shares: "1250.5" }, intentions: [{ intention: "for" }], meeting: { year: nextYear } },
  ]);
  expect(JSON.stringify(ownData)).not.toMatch(/"id"|supporterId|campaignId|"series"/);
});

test("nobody can tell that they voted before a ballot can be out", async () => {
  const { pledge } = await aHolder();
  const link = linkFor("voted", pledge);
  expect(await textOf(link)).toContain("Too early to answer");
  const answer = await site.post(link, { outcome: "voted_as_pledged" });
  expect(await answer.text()).toContain("Too early to answer");
});

test("a holder reports a vote before or after it closes, and can report again", async () => {
  const { email, pledge } = await aHolder();
  const link = linkFor("voted", pledge);
  await votingIs("open");
  const html = await (await site.get(link)).text();
  expect(html.match(/<button[^>]*name="outcome"/g)).toHaveLength(2);
  for (const line of disclosed) expect(plain(html)).toContain(line);
  expect(plain(html)).toContain("and reminders stop");
  expect(await rowOf(email)).toMatchObject({ outcome: "unknown" });

  const unclear = await site.post(link, { outcome: "perhaps" });
  expect(unclear.status).toBe(422);
  expect(plain(await unclear.text())).toContain("Not saved");

  const early = await site.post(link, { outcome: "did_not_vote" });
  expect(early.status).toBe(422);
  expect(plain(await early.text())).toContain(
    "If you don’t vote, tell us after voting is over, with this same link",
  );
  expect(await rowOf(email)).toMatchObject({ outcome: "unknown" });

  const thanked = plain(await (await site.post(link, { outcome: "voted_as_pledged" })).text());
  expect(thanked).toContain("Thank you for telling us");
  expect(await rowOf(email)).toMatchObject({ outcome: "voted_as_pledged" });
  await votingIs("closed");
  expect(await textOf(link)).toContain("you told us: you voted as pledged");
  await site.post(link, { outcome: "did_not_vote" });
  expect(await rowOf(email)).toMatchObject({ outcome: "did_not_vote" });
});

test("after the outcome a pledge's pages correct it and offer no edit", async () => {
  const { email, pledge, thanks, manage } = await aHolder();
  const form = /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/;
  const [path = ""] = form.exec(await (await site.get(thanks)).text()) ?? [];
  await votingIs("open");
  await site.post(linkFor("voted", pledge), { outcome: "voted_as_pledged" });
  const html = await (await site.get(path)).text();
  expect(plain(html)).toContain("your pledge can no longer be changed");
  expect(html).toMatch(/href="\/voted\/[A-Za-z0-9_-]{54}"/);
  const answer = await site.post(path, { ...answers, intention: "against", comment: "Kept words" });
  expect(answer.status).toBe(410);
  expect(plain(await answer.text())).toContain("Kept words");
  for (const page of [thanks, manage]) expect(await (await site.get(page)).text()).not.toMatch(form);
  expect(await rowOf(email)).toMatchObject({ pledge, status: "active", outcome: "voted_as_pledged" });
});

test("a holder without shares on the record date gets no reminder or question", async () => {
  const { thanks, manage, pledge } = await aHolder();
  await site.db.execute(sql`update pledges set held_on_record_date = 'no' where public_id = ${pledge}`);
  for (const page of [thanks, manage])
    expect(await textOf(page)).toMatch(/you told us you didn’t hold (?:your )?shares on the record date/i);
  await votingIs("open");
  const link = linkFor("voted", pledge);
  expect(await textOf(link)).toContain("No answer needed this time");
  expect((await site.post(link, { outcome: "voted_as_pledged" })).status).toBe(422);
});

test("the thanks for what waits for review blame no date that is not known", async () => {
  const { thanks } = await aHolder({ shares: "10000001" });
  const text = await textOf(thanks);
  expect(text).toContain("We’ll schedule reminders once your pledge counts.");
  expect(text).not.toContain("dates are known");
});

test("an outcome link works for every version until withdrawal or expiry", async () => {
  await votingIs("open");
  const { email, pledge, manage, thanks } = await aHolder();
  const link = linkFor("voted", pledge);
  const [form] =
    /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(await (await site.get(thanks)).text()) ?? [];
  expect((await site.post(form ?? "", { ...answers, shares: "9" })).status).toBe(303);
  await site.post(link, { outcome: "voted_otherwise" });
  const newer = await rowOf(email);
  expect(newer).toMatchObject({ outcome: "voted_otherwise" });
  expect(newer.pledge).not.toBe(pledge);

  const late = linkFor("voted", newer.pledge, -0.01);
  expect((await site.get(late)).status).toBe(404);
  expect((await site.post(late, { outcome: "did_not_vote" })).status).toBe(404);
  await site.post(manage, { intent: "withdraw", pledge: newer.pledge });
  expect(await textOf(link)).toContain("This link doesn’t work");
});

test("one-click unsubscribe ends a pledge's reminders, not updates", async () => {
  const holder = await aHolder({ consents: ["pledge", "updates"] });
  const now = new Date();
  await site.db.execute(sql`insert into pledge_reminders (series, pledge_id, reminder, due_at, useless_at,
      state, queued_at)
    values (${holder.series}, ${holder.id}, 'vote-by-3', ${now.toISOString()},
      ${now.toISOString()}::timestamptz + interval '1 day', 'queued', ${now.toISOString()})`);
  const mail = await storeRow(site.db, outbox, {
    supporterId: holder.supporter_id,
    campaignId: holder.campaign_id,
    pledgeId: holder.id,
    template: "pledge-reminder",
    lane: "bulk",
    reminder: "vote-by-3",
    state: "accepted",
  });
  const path = unsubscribeUrl({ keys: testKeys, appUrl: "" }, { ...mail, locale: "en" });
  const pageHtml = await (await site.get(path)).text();
  for (const part of ["Stop reminders about your pledge", ...disclosed])
    expect(plain(pageHtml)).toContain(part);
  expect(await rowOf(holder.email)).toMatchObject({ reminders: true });

  const answer = await fetch(site.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect([answer.status, answer.headers.get("location"), answer.headers.get("set-cookie")]).toEqual([
    200,
    null,
    null,
  ]);
  expect(plain(await answer.text())).toContain("Reminders stopped");
  expect(await rowOf(holder.email)).toMatchObject({ reminders: false, status: "active" });
  expect(await consentsOf(holder.email)).toEqual(["pledge", "updates"]);
  expect(await textOf(path)).toContain("Reminders stopped");
});
