import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createToken } from "#app/lib/token.server.ts";
import { campaigns, letters, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, existing, testKeys as keys } from "#tests/support/builders.ts";
import { writing } from "#tests/support/forms.ts";
import { forbiddenIn, textOfPage, unwantedFieldsIn } from "#tests/support/guard-rails.ts";
import { anAddress, aSite, linkIn, press, waitForMail, waitForReceipt } from "#tests/support/site.ts";
import { inboxOf } from "#tests/support/ways.ts";
import { handOver } from "#tests/support/writers.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const form = `${campaign}/letter`;
const body = "I write to you.\n\n<b>End</b> these agreements & publish what you supply.";
const filled = (email?: string, more: Record<string, string> = {}) => writing(email, { body, ...more });
const letterOf = async (email: string) => {
  await site.formsTaken();
  const [row] = await site.db
    .select({ letter: letters })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(supporters.email, email));
  return row?.letter ?? null;
};

/** Writes and confirms; returns the writer's pages. */
async function aConfirmed(more: Record<string, string> = {}) {
  const email = anAddress();
  expect((await site.post(form, filled(email, more))).status).toBe(303);
  const confirm = linkIn(await waitForMail(site, email), "confirm");
  const answer = await press(site, confirm);
  const receipt = await waitForReceipt(site, email);
  const letter = existing(await letterOf(email));
  return {
    email,
    confirm,
    thanks: answer.headers.get("location") ?? "",
    manage: linkIn(receipt, "manage"),
    letter,
  };
}

test("the page is one for all, needs no script and asks for what the contract names", async () => {
  const page = await site.get(form);
  expect(page.status).toBe(200);
  expect(page.headers.get("cache-control")).toContain("s-maxage=1");
  expect(page.headers.get("set-cookie")).toBeNull();
  const html = await page.text();
  for (const field of Object.keys(filled())) expect(html).toContain(`name="${field}"`);
  expect(html).not.toMatch(/ checked=""/);
  expect(html).not.toMatch(/<script(?! src="\/(?:letter|language)\.js")/);
  for (const phrase of [
    "up to 5,000 characters",
    "political views",
    "your employer will see",
    "Two organizers approve",
  ])
    expect(html).toContain(phrase);
  expect((await site.get(`/es${form}`)).status).toBe(200);
});

test("new, repeat and suppressed addresses get the same answer to a letter", async () => {
  const email = anAddress();
  const blocked = anAddress();
  await site.post(form, filled(blocked));
  await site.post(linkIn(await waitForMail(site, blocked), "confirm"), { intent: "never" });
  const answers = await Promise.all([email, email, blocked].map((to) => site.post(form, filled(to))));
  const seen = answers.map((answer) => [answer.status, inboxOf(answer)]);
  expect(new Set(seen.map(String))).toEqual(new Set([`303,${campaign}/check-your-inbox?for=388`]));
  expect(await letterOf(email)).toMatchObject({ state: "email_pending", body, sharesEnc: null });
  const [there] = await site.db.execute<{ n: number }>(sql`
    select count(*)::int as n from letters l join supporters s on s.id = l.supporter_id
    where s.email = ${email}`);
  expect(there?.n).toBe(1);
  const spanish = await site.post(`/es${form}`, filled());
  expect(inboxOf(spanish)).toBe(`/es${campaign}/check-your-inbox?for=388`);
});

test("what is wrong comes back with a summary and all that was typed", async () => {
  const number = "Card 1234 5678 9012 3456, please.";
  const answer = await site.post(form, {
    ...filled("ana@example", { who: "From Ohio" }),
    body: number,
    consent_deliver: "",
  });
  expect(answer.status).toBe(422);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const html = await answer.text();
  for (const kept of [number, "From Ohio", 'value="ana@example"', 'href="#body"', 'href="#consent_deliver"'])
    expect(html).toContain(kept);
  expect((await site.post(form, filled(anAddress(), { body: "a\u0007b" }))).status).toBe(422);
});

test("a likely slip in the address is asked about once", async () => {
  const slip = filled(`ana-${randomUUID()}@gmial.com`);
  const asked = await site.post(form, slip);
  expect(asked.status).toBe(422);
  expect(await asked.text()).toContain("Is the address right?");
  expect((await site.post(form, { ...slip, email_choice: slip.email })).status).toBe(303);
});

test("without scripts the page drafts, previews and prints a letter", async () => {
  const typed = {
    name: "Ana <i>Sample</i>",
    country: "PL",
    consent_letter: "on",
    say_shares: "on",
    shares: "12.5",
  };
  const composed = await site.post(form, {
    ...typed,
    role: "customer",
    why: "It matters to me.",
    step: "compose",
  });
  expect(composed.status).toBe(200);
  const draft = await composed.text();
  expect(draft).toContain(
    "I’m writing as a customer of Microsoft.\n\nIt matters to me.\n\nI ask Microsoft to end all",
  );
  expect(draft).toContain('value="12.5"');

  const pageHtml = await (await site.post(form, { ...typed, body, step: "preview" })).text();
  expect(pageHtml).toContain(
    "&lt;b&gt;End&lt;/b&gt; these agreements &amp; publish what you supply.\n\nI hold 12.5 shares of Microsoft.",
  );
  expect(pageHtml).not.toContain("<b>End</b>");
  expect(pageHtml).toContain("<bdi>Ana &lt;i&gt;Sample&lt;/i&gt;</bdi>");
  expect(pageHtml).toContain("mailto:msft@microsoft.com?subject=");
  expect(pageHtml).toContain("We have not verified this address yet.");
  expect(pageHtml).toMatch(/id="consent_letter"[^>]*checked/);
  expect(pageHtml).not.toMatch(/id="consent_deliver"[^>]*checked/);
  expect(await (await site.post(form, { ...typed, body, step: "back" })).text()).not.toContain(
    'id="preview"',
  );

  const printed = await site.post(form, { ...typed, body, step: "print" });
  expect(printed.headers.get("cache-control")).toBe("no-store");
  expect(await printed.text()).toContain("<span>One Microsoft Way</span>");
  const wrong = await site.post(form, { ...typed, body: "", step: "preview" });
  expect([wrong.status, (await wrong.text()).includes("Write your letter")]).toEqual([422, true]);
});

test("a button that nobody knows sends no letter, and keeps what was typed", async () => {
  for (const step of ["anything", "Preview", ""]) {
    const email = anAddress();
    const answer = await site.post(form, filled(email, { step }));
    expect(answer.status, step).toBe(422);
    const html = await answer.text();
    expect(html).toContain("The form could not be read");
    expect(html).toContain("I write to you.");
    expect(await letterOf(email)).toBeNull();
  }
});

test("a closed or unowned campaign takes no letter, and keeps and prints words", async () => {
  const closed = await aCampaign(site.db, { status: "closed", closedAt: new Date() });
  const answer = await site.post(`/c/${closed.slug}/letter`, filled());
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain("&lt;b&gt;End&lt;/b&gt; these agreements");
  const printed = await site.post(`/c/${closed.slug}/letter`, { ...filled(), step: "print" });
  expect(printed.status).toBe(200);
  expect((await site.post("/c/nowhere/letter", filled())).status).toBe(404);
});

test("the link shows the exact text and confirms it by its button alone", async () => {
  const email = anAddress();
  await site.post(form, filled(email, { display: "initials", consent_reply_to: "on" }));
  const mail = await waitForMail(site, email);
  expect(mail.text).not.toContain("these agreements");
  const confirm = linkIn(mail, "confirm");
  const page = await site.get(confirm);
  expect(page.headers.get("cache-control")).toContain("no-store");
  const html = await page.text();
  expect(html).toContain("&lt;b&gt;End&lt;/b&gt; these agreements &amp; publish what you supply.");
  for (const phrase of [
    "gets your email address",
    "with your initials and country",
    "your employer will see it",
  ])
    expect(html).toContain(phrase);
  expect((await letterOf(email))?.state).toBe("email_pending");
  const answer = await press(site, confirm);
  expect(answer.headers.get("location")).toMatch(/^\/thanks\//);
  expect(await (await site.get(answer.headers.get("location") ?? "")).text()).toContain(
    "Send it yourself as well",
  );
  expect(await (await site.get(confirm)).text()).toContain("Your letter is already confirmed");
});

test("an expired, replaced or made-up link confirms nothing", async () => {
  const email = anAddress();
  await site.post(form, filled(email));
  const letter = await letterOf(email);
  const issuedAt = new Date(Date.now() - 8 * 86_400_000);
  const expiresAt = new Date(Date.now() - 86_400_000);
  const old = createToken(keys, "confirm-letter", { subject: letter?.publicId ?? "", issuedAt, expiresAt });
  await site.post(`/confirm/${old}`, {});
  expect((await letterOf(email))?.state).toBe("email_pending");
  expect((await site.get(`/confirm/${old}`)).status).toBe(404);
  const none = { subject: randomUUID(), issuedAt: new Date(), expiresAt: null };
  const gone = createToken(keys, "confirm-letter", none);
  expect((await site.get(`/confirm/${gone}`)).status).toBe(404);
  expect((await site.post(`/confirm/${gone}`, { intent: "never" })).status).toBe(404);
});

test("a writer sees and manages all of a letter on their own page", async () => {
  const { email, manage, letter } = await aConfirmed({
    say_shares: "on",
    shares: "7",
    display: "public",
    consent_updates: "on",
  });
  const html = await (await site.get(manage)).text();
  for (const phrase of [
    "I hold 7 shares of Microsoft.",
    "confirmed by you",
    "waits for an organizer",
    "Withdraw my letter",
    "Unsubscribe",
  ])
    expect(html).toContain(phrase);
  const act = async (fields: Record<string, string>) =>
    (await site.post(manage, { letter: letter.publicId, ...fields })).text();
  expect(await act({ intent: "self-sent", way: "post" })).toContain(
    "that you sent it by mail. We have not verified it",
  );
  expect(await act({ intent: "not-self-sent" })).not.toContain("that you sent it by mail");
  await act({ intent: "consent", display: "anonymous", consent_reply_to: "on" });
  expect(await letterOf(email)).toMatchObject({ publication: "private", replyTo: true });
  const exported = await (await site.get(`${manage}/export`)).text();
  expect(JSON.parse(exported).letters).toMatchObject([{ publicId: letter.publicId, body, shares: "7" }]);
  expect(await act({ intent: "end-news" })).toContain("no more updates");
  expect(await (await site.get(manage)).text()).not.toContain("Unsubscribe");
  expect(await act({ intent: "withdraw" })).toContain("Your letter is withdrawn");
  expect(await letterOf(email)).toMatchObject({ state: "withdrawn", sharesEnc: null });
});

test("what was handed over is not called back, and the page says so with the hash", async () => {
  const { email, manage, letter } = await aConfirmed();
  const [row] = await site.db.select().from(campaigns).where(eq(campaigns.id, letter.campaignId));
  await handOver(site.db, row ?? { id: 0 }, [letter], { at: new Date() });
  const html = await (await site.post(manage, { letter: letter.publicId, intent: "withdraw" })).text();
  expect(html).toContain("already being sent and cannot be recalled");
  for (const phrase of ["cannot be recalled, even if you delete", "01".repeat(32)])
    expect(html).toContain(phrase);
  expect(html).not.toContain("Withdraw my letter");
  expect((await letterOf(email))?.state).toBe("sent");
});

test("a letter saved to a file is not said to be sent", async () => {
  const { manage, letter } = await aConfirmed();
  await handOver(site.db, { id: letter.campaignId }, [letter], { at: new Date(), state: "filed" });
  const html = await (await site.get(manage)).text();
  expect(html).toContain("Saved to a file on");
  expect(html).not.toContain("cannot be recalled");
});

test("a letter in a pack shows as handed over, a hidden one as hidden", async () => {
  const { manage, letter } = await aConfirmed({ display: "public" });
  await site.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('undersigned.problem', 'in-person', true)`);
    const sent = { state: "sent", sentSha256: Buffer.alloc(32, 1), handedOverAt: new Date() } as const;
    await tx.update(letters).set(sent).where(eq(letters.id, letter.id));
  });
  await changeRows(site.db, letters, letter.id, { publication: "hidden", moderationReason: "reports" });
  const html = await (await site.get(manage)).text();
  for (const phrase of [
    "<dd>handed over to the company in person</dd>",
    ": handed over to the company in person, with other people’s names and letters</li>",
    ": hidden on this site (several readers reported it, and it awaits moderation)</li>",
    "<dd>hidden: several readers reported it",
  ])
    expect(html).toContain(phrase);
  expect(html).not.toMatch(/in-person|not yet accepted by the company|\(reports\)/);
});

test("nobody acts on a letter of somebody else", async () => {
  const { manage } = await aConfirmed();
  const other = await aConfirmed();
  const answer = await site.post(manage, { letter: other.letter.publicId, intent: "withdraw" });
  expect(answer.status).toBe(422);
  expect((await letterOf(other.email))?.state).toBe("confirmed");
});

test("no page of writing holds a forbidden word, or a field for what is never wanted", async () => {
  const shares = { say_shares: "on", shares: "7" };
  const pending = anAddress();
  await site.post(form, filled(pending, shares));
  const confirm = linkIn(await waitForMail(site, pending), "confirm");
  const { thanks, manage } = await aConfirmed(shares);
  const steps = ["compose", "preview", "back", "print"];
  const seen: [string, Response][] = [];
  for (const path of [form, `/es${form}`, confirm, thanks, manage]) seen.push([path, await site.get(path)]);
  for (const step of steps)
    seen.push([step, await site.post(form, filled(anAddress(), { ...shares, step }))]);
  seen.push([
    "refused",
    await site.post(form, filled("ana@example", { shares: "x", body: "1234 5678 9012 3456" })),
  ]);
  const found: string[] = [];
  for (const [page, answer] of seen) {
    const html = await answer.text();
    const problems = [...forbiddenIn(textOfPage(html)), ...unwantedFieldsIn(html)];
    if (!html.includes('id="foot-who"')) problems.push("says not who runs the site");
    found.push(...problems.map((problem) => `${page}: ${problem}`));
  }
  expect(found).toEqual([]);
});
