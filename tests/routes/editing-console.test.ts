import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { campaigns, claims } from "#db/schema/index.ts";
import { aCampaign, rowsIn } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

async function signedIn(campaign: { id: number }, role: OrganizerRole) {
  const organizer = await anOrganizer(db, { campaign, role });
  return `session=${await aSession(db, organizer)}`;
}

/** A campaign with a manager, a writer and a reader. */
async function aScene() {
  const campaign = await aCampaign(db);
  const [owner, writer, viewer] = await Promise.all(
    (["owner", "organizer", "viewer"] as const).map((role) => signedIn(campaign, role)),
  );
  return { campaign, base: `/organize/c/${campaign.slug}/edit`, owner, writer, viewer };
}

const get = (path: string, cookie = "") => site.get(path, { cookie });
const post = (path: string, cookie: string | undefined, fields: Record<string, string>) =>
  site.post(path, fields, { cookie: cookie ?? "" });

const claim = {
  version: "0",
  section: "reported",
  kind: "reported",
  text: "Secret words of a draft.",
  quotation: "",
  attribution: "A newsroom",
  publisher: "A newsroom",
  published_on: "2026-02-17",
  published_precision: "day",
  source_title: "",
  source_url: "",
  limits: "",
  open_question: "",
  brief: "",
};

/** A campaign's public pages. */
const publicPaths = (slug: string) =>
  [
    "",
    "/sources",
    "/petition",
    "/count.json",
    "/updates",
    "/updates.atom",
    "/letters",
    "/letters.json",
    "/pledges",
    "/pledges.json",
    "/letter",
    "/pledge",
    "/co-file",
    "/check-your-inbox",
  ].map((path) => `/c/${slug}${path}`);

test("drafts are on no public page, feed or data, only in organizers' previews", async () => {
  const { campaign, base, owner, writer } = await aScene();
  const added = await post(`${base}/claims/new`, writer, claim);
  expect(added.status).toBe(303);
  await post(`${base}/page`, writer, {
    version: "1",
    title: "Secret title",
    eyebrow: "Petition",
    standfirst: "Secret standfirst.",
    goal_steps: "77",
    languages: "en",
    first_language: "en",
    share_en: "Secret share.",
    share_es: "",
  });
  await post(`${base}/petition`, writer, { version: "0", summary: "Secret sum.", body: "Secret body." });
  for (const path of [
    ...publicPaths(campaign.slug),
    ...publicPaths(campaign.slug).map((path) => `/es${path}`),
  ]) {
    const answer = await get(path);
    expect([path, /secret/i.test(await answer.text())]).toEqual([path, false]);
  }

  const preview = await get(`${base}/preview?all=1`, owner);
  expect(preview.headers.get("cache-control")).toBe("no-store");
  expect(preview.headers.get("x-robots-tag")).toContain("noindex");
  const page = await preview.text();
  for (const words of ["Secret title", "Secret standfirst.", "Secret words of a draft.", "Secret sum."])
    expect(page).toContain(words);
  expect(page).not.toMatch(/<form[^>]+action="[^"]*\/sign"/);
  expect((await get(`${base}/preview`, owner)).status).toBe(200);
  expect(await (await get(`${base}/preview`, owner)).text()).not.toContain("Secret words of a draft.");
  expect((await get(`${base}/preview`)).headers.get("location")).toBe("/sign-in");
});

test("what is published is public at once, but for what is cached for a second", async () => {
  const { campaign, base, owner } = await aScene();
  await get(`/c/${campaign.slug}`);
  const added = await post(`${base}/claims/new`, owner, { ...claim, text: "Published words." });
  const path = added.headers.get("location")?.split("?")[0] ?? "";
  const published = await post(path, owner, { intent: "publish", version: "1" });
  expect(published.status).toBe(303);
  await expect
    .poll(async () => (await get(`/c/${campaign.slug}`)).text(), { interval: 200 })
    .toContain("Published words.");
});

test("a button that publishes never publishes older words than the form has", async () => {
  const { campaign, base, owner } = await aScene();
  const text = async () => (await get(`/c/${campaign.slug}/petition`)).text();
  const petition = { version: "0", summary: "First words.", body: "First words of the text." };
  await post(`${base}/petition`, owner, petition);
  const typed = { ...petition, version: "1", body: "Better words of the text.", meaning: "changed" };
  const saved = await post(`${base}/petition`, owner, typed);
  expect(saved.status).toBe(409);
  const page = await saved.text();
  expect(page).toContain("Saved, not published");
  expect(page).toContain("Better words of the text.</textarea>");
  expect(await text()).not.toContain("words of the text");
  expect((await post(`${base}/petition`, owner, { ...typed, version: "2" })).status).toBe(303);
  await expect.poll(text).toContain("Better words of the text.");

  const path = (await post(`${base}/claims/new`, owner, claim)).headers.get("location")?.split("?")[0] ?? "";
  const better = { ...claim, version: "1", text: "Better words of a claim.", intent: "publish" };
  expect((await post(path, owner, better)).status).toBe(409);
  expect((await post(path, owner, { ...better, version: "2" })).status).toBe(303);
  const [stored] = await rowsIn(db, claims, { campaignId: campaign.id });
  expect(stored).toMatchObject({ text: "Better words of a claim.", published: true });
  const late = await post(path, owner, { intent: "withdraw", version: "1" });
  expect([late.status, await late.text()]).toEqual([
    409,
    expect.stringMatching(/Nothing changed: .*Better words of a claim\.<\/textarea>/s),
  ]);
});

test("somebody whose session ended comes back to the page they were on, and to no other site", async () => {
  const { base, owner } = await aScene();
  const lost = await post(`${base}/petition?find=Ana`, "", { version: "0" });
  expect(lost.headers.get("location")).toBe("/sign-in");
  const back = /back=([^;]+)/.exec(lost.headers.get("set-cookie") ?? "")?.[1];
  expect(back).toBe(`${base}/petition`);
  const open = (path: string) => get("/organize", `${owner}; back=${path}`);
  const opened = await open(back ?? "");
  expect(opened.headers.get("location")).toBe(`${base}/petition`);
  expect(opened.headers.get("set-cookie")).toMatch(/^back=;.*Max-Age=0/);
  for (const elsewhere of [
    "//example.org",
    "/organize//example.org",
    "https://example.org",
    "/organize/../x",
  ])
    expect((await open(elsewhere)).headers.get("location")).not.toContain("example.org");
});

// Who may press which button is tried in console-table.test.ts.
test("a claim of one campaign has no page in another", async () => {
  const { base, owner } = await aScene();
  const other = await aScene();
  const added = await post(`${base}/claims/new`, owner, claim);
  const id = added.headers.get("location")?.split("?")[0]?.split("/").at(-1);
  const path = `${other.base}/claims/${id}`;
  expect((await get(path, other.owner)).status).toBe(404);
  expect((await post(path, other.owner, { ...claim, version: "1" })).status).toBe(404);
});

test("a late save shows both texts, and a second save merges them", async () => {
  const { base, owner, writer } = await aScene();
  const added = await post(`${base}/claims/new`, owner, claim);
  const path = added.headers.get("location")?.split("?")[0] ?? "";
  await post(path, owner, { ...claim, version: "1", text: "Words of the first." });
  const late = await post(path, writer, { ...claim, version: "1", text: "Words of the second." });
  expect(late.status).toBe(409);
  const page = (await late.text()).replaceAll("<!-- -->", "");
  expect(page).toMatch(/Words of the <\/span><del[^>]*>second\.<\/del><ins[^>]*>first\.<\/ins>/);
  expect(page).toMatch(/<textarea[^>]*name="text"[^>]*>Words of the second\.</);
  expect(page).toContain('name="version" value="2"');
  const again = await post(path, writer, { ...claim, version: "2", text: "Words of both." });
  expect(again.status).toBe(303);
});

test("what cannot be stored comes back with what was typed and what to do", async () => {
  const { base, owner } = await aScene();
  const bad = { ...claim, text: "<b>Bold</b>", source_url: "javascript:alert(1)", opened: "on" };
  const answer = await post(`${base}/claims/new`, owner, bad);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("Leave out tags like &lt;b&gt;");
  expect(page).toContain("https://, without a password");
  expect(page).toContain("&lt;b&gt;Bold&lt;/b&gt;");
  expect(page).not.toContain('href="javascript:');
  const empty = await post(`${base}/corrections`, owner, { kind: "", corrected_on: "", text: "" });
  expect(empty.status).toBe(422);
  const line = { kind: "figure", corrected_on: "2026-03-01", text: "It was wrong." };
  expect((await post(`${base}/corrections`, owner, line)).status).toBe(303);
  expect((await post(`${base}?index`, owner, { intent: "publish" })).status).toBe(422);
  expect((await post(`${base}?index`, owner, { intent: "publish", chosen: "words 1; drop" })).status).toBe(
    422,
  );
  for (const path of ["claims/0", "claims/x", "claims/99999999999999999999"])
    expect((await get(`${base}/${path}`, owner)).status).toBe(404);
});

test("an address keeps its lines when its page is saved unchanged", async () => {
  const { base, campaign, owner } = await aScene();
  const path = `${base}/organization`;
  const save = async (version: string, postal_address: string) => {
    const rest = { operator: "Sample e.V.", contact_email: "", privacy_contact: "", funding_line: "" };
    return (await post(path, owner, { intent: "organization", version, postal_address, ...rest })).status;
  };
  const stored = async () => {
    const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaign.id));
    return row?.postalAddress;
  };
  expect(await save("1", " 1 Sample Street \r\n\r\nSampletown\r\n")).toBe(303);
  expect(await stored()).toBe("1 Sample Street\nSampletown");
  const page = await (await get(path, owner)).text();
  const [, address = ""] = /<textarea[^>]*name="postal_address"[^>]*>([^<]*)</.exec(page) ?? [];
  expect(await save("2", address)).toBe(303);
  expect(await stored()).toBe("1 Sample Street\nSampletown");
});

test("a correction's publisher first learns which translations it lacks", async () => {
  const { campaign, base, owner, writer } = await aScene();
  await post(`${base}/claims/new`, writer, claim);
  const pages = [`${base}/corrections`, base];
  const note = "The Spanish page shows the correction in English, marked. Translate it once it is public.";
  const textOf = async (path: string) => (await (await get(path, owner)).text()).replaceAll("<!-- -->", "");
  for (const path of pages) expect(await textOf(path)).not.toContain(note);
  const offered = { languages: ["en", "es"], offeredLanguages: ["es"] };
  await db.update(campaigns).set(offered).where(eq(campaigns.id, campaign.id));
  for (const path of pages) expect(await textOf(path), path).toContain(note);
});

test("several statements are chosen, shown with what stays, removed, and brought back", async () => {
  const { campaign, base, owner, writer } = await aScene();
  const added = async (fields: Record<string, string>) => {
    const { headers } = await post(`${base}/claims/new`, owner, { ...claim, ...fields });
    return Number(/claims\/(\d+)/.exec(headers.get("location") ?? "")?.[1]);
  };
  const open = await added({ text: "It is public." });
  await post(`${base}/claims/${open}`, owner, { intent: "publish", version: "1" });
  const draft = await added({ text: "It is a draft." });
  await added({ text: "It stays." });

  expect(await (await get(`${base}/claims`, owner)).text()).toMatch(
    new RegExp(`<input[^>]* form="to-remove"[^>]* value="${draft}"`),
  );
  const none = await get(`${base}/claims/remove`, owner);
  expect(none.headers.get("location")).toBe(`${base}/claims?refused=none-chosen`);
  expect(await (await get(`${base}/claims?refused=none-chosen`, owner)).text()).toContain(
    "Select the statem",
  );

  const chosen = `${base}/claims/remove?claim=${open}&claim=${draft}`;
  const seen = await (await get(chosen, owner)).text();
  for (const words of [
    "Will be deleted",
    "Will leave the public page",
    "Remove 2 statements",
    "A newsroom: also in",
  ])
    expect(seen).toContain(words);
  expect(await (await get(chosen, writer)).text()).toContain("Not removed: public");
  expect((await post(chosen, writer, { claim: `${open} 2` })).status).toBe(404);

  const body = new URLSearchParams([
    ["claim", `${open} 2`],
    ["claim", `${draft} 1`],
  ]);
  const removed = await site.post(chosen, body, { cookie: owner ?? "" });
  const list = removed.headers.get("location") ?? "";
  expect(list).toMatch(/claims\?done=removed&count=2&at=/);
  const html = await (await get(list, owner)).text();
  expect(html).toContain("2 statements removed.");
  expect(html).toContain('value="undo"');
  expect((await site.post(chosen, body, { cookie: owner ?? "" })).status).toBe(409);
  expect((await get(`${base}/claims/remove?claim=${draft}`, owner)).headers.get("location")).toBe(
    `${base}/claims?refused=stale-removal`,
  );

  const at = new URL(list, "http://x.test").searchParams.get("at") ?? "";
  const undone = await post(`${base}/claims?index`, owner, { intent: "undo", at });
  expect(undone.headers.get("location")).toBe(`${base}/claims?done=undone&count=2`);
  const again = await post(`${base}/claims?index`, owner, { intent: "undo", at });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain("Not undone");
  const back = await db.select().from(claims).where(eq(claims.campaignId, campaign.id));
  expect(back.find(({ id }) => id === draft)?.text).toBe("It is a draft.");
  expect(back.find(({ id }) => id === open)?.published).toBe(true);
});

test("all sources are opened and verified in one pass, without a script", async () => {
  const { campaign, base, owner, writer } = await aScene();
  const more = { published_on_2: "2026-02-18", published_precision_2: "day" };
  for (const [text, publisher_2] of [
    ["First statement.", "An archive"],
    ["Second statement.", "A court"],
  ] as const)
    await post(`${base}/claims/new`, owner, { ...claim, text, publisher_2, ...more });
  const pass = `${base}/claims/verify`;
  const hidden = (page: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  const step = async (path: string) => {
    const page = await (await get(path, owner)).text();
    const action = /<form[^>]*action="([^"]*verify[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const skip = /href="([^"]*)"[^>]*>Skip</.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const fields = { version: hidden(page, "version"), publisher: hidden(page, "publisher") };
    const progress = /\d+ of \d+/.exec(page)?.[0];
    return { page, action, skip, fields, progress };
  };

  const first = await step(pass);
  expect([first.progress, first.fields.publisher]).toEqual(["1 of 4", "A newsroom"]);
  for (const part of [
    "First statement.",
    'target="_blank"',
    "It supports the statement: verified",
    "It does not",
  ])
    expect(first.page).toContain(part);
  const found = { ...first.fields, intent: "verify", title: "A title", url: "http://news.test/a" };
  const bad = await post(first.action, owner, found);
  expect(bad.status).toBe(422);
  const kept = await bad.text();
  expect(kept).toContain('value="http://news.test/a"');
  expect(kept).toContain("1 of 4");
  expect((await post(first.action, writer, found)).status).toBe(403);
  const good = {
    ...found,
    url: "https://news.test/a",
    archive: "https://web.archive.org/web/https://news.test/a",
  };
  const stale = await post(first.action, owner, { ...good, version: "9" });
  expect([stale.status, /someone edited the statement/.test(await stale.text())]).toEqual([409, true]);
  const verified = await post(first.action, owner, good);
  expect(verified.status).toBe(303);

  const second = await step(verified.headers.get("location") ?? "");
  expect([second.progress, second.fields.publisher]).toEqual(["2 of 4", "A newsroom"]);
  for (const part of ["Second statement.", "likely the same page", `value="${good.url}"`])
    expect(second.page).toContain(part);
  const third = await step(second.skip);
  expect([third.progress, third.fields.publisher]).toEqual(["3 of 4", "An archive"]);
  const doubt = { ...third.fields, intent: "doubt", note: "" };
  expect((await post(third.action, owner, doubt)).status).toBe(422);
  const doubted = await post(third.action, owner, { ...doubt, note: "It speaks of another year." });
  expect(doubted.status).toBe(303);
  const fourth = await step(doubted.headers.get("location") ?? "");
  expect([fourth.progress, fourth.fields.publisher]).toEqual(["4 of 4", "A court"]);
  const url = "https://court.test/b";
  const last = await post(fourth.action, owner, { ...fourth.fields, intent: "verify", title: "", url });
  const end = await (await get(last.headers.get("location") ?? "", owner)).text();
  expect(end).toContain("2 sources have no link yet.");
  expect((await step((await step(pass)).skip)).page).toContain("It speaks of another year.");

  const stored = await rowsIn(db, claims, { campaignId: campaign.id }, claims.position);
  expect(stored.map(({ sourceUrl, archiveUrl }) => [sourceUrl, archiveUrl])).toEqual([
    [good.url, good.archive],
    [null, null],
  ]);
  expect(stored[1]?.moreSources).toMatchObject([{ publisher: "A court", sourceUrl: url }]);
});
