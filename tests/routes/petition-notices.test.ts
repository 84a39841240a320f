import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { endLinks } from "#app/domain/supporters/person.server.ts";
import { signatures } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { sign, signatureOf } from "#tests/support/sign.ts";
import { aSite, linkIn, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

async function aSigner(campaign: { id: number }, locale = "en") {
  const input = aSignatureInput({ id: campaign.id, petitionVersion: 1 }, { locale });
  await sign(db, input);
  const { signature: row } = await signatureOf(db, input.email.address);
  await confirmSignature(db, testKeys, row?.publicId ?? "");
  return { address: input.email.address, id: row?.id ?? 0 };
}

test("earlier signers are notified after approval, and each decides on a page", async () => {
  const campaign = await aCampaign(db, { operator: "Sample", contactEmail: "hello@campaign.test" });
  const cookieOf = async (organizer: { id: string }) => ({
    cookie: `session=${await aSession(db, organizer)}`,
  });
  const first = await cookieOf(await anOrganizer(db, { campaign, role: "owner" }));
  const second = await cookieOf(await anOrganizer(db, { campaign, role: "owner" }));
  const [ana, eva] = [await aSigner(campaign), await aSigner(campaign, "es")];
  const at = `/organize/c/${campaign.slug}/edit/petition`;
  const post = (fields: Record<string, string>, who = first) => site.post(at, fields, who);

  await post({ version: "0", summary: "We ask for much more.", body: "We ask for very much more." });
  const publishing = { intent: "publish", version: "1", meaning: "changed", earlier: "told" };
  const refused = await post({ ...publishing, change: " " });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Write what the new text changes");
  const published = await post({ ...publishing, change: "It now asks for very much more." });
  expect(published.headers.get("location")).toContain("done=petition-asked");
  const proposed = await (await site.get(at, second)).text();
  expect(proposed).toMatch(/Count now<\/th><td class="num">2<.+Count with this text<\/th><td class="num">0</);
  expect(proposed).toContain("The public count falls from 2 to 0.");
  expect((await (await site.get(`/c/${campaign.slug}/count.json`)).json()).signatures).toBe(2);
  const proposal = /name="proposal" value="([0-9a-f-]{36})"/.exec(proposed)?.[1] ?? "";
  expect((await post({ intent: "approve", proposal })).status).toBe(409);
  expect((await post({ intent: "approve", proposal }, second)).status).toBe(303);

  const again = await post({ intent: "tell", version: "2", change: "It asks for more." });
  expect([again.status, await again.text()]).toEqual([
    409,
    expect.stringContaining("They already got the email"),
  ]);
  const waiting = await (await site.get(at, second)).text();
  expect(waiting).toContain("Needs approval");
  const notice = /name="notice" value="([0-9a-f-]{36})"/.exec(waiting)?.[1] ?? "";
  const preview = await site.get(`/organize/c/${campaign.slug}/edit/notices/${notice}/es.txt`, second);
  expect(await preview.text()).toContain("tiene un texto nuevo");
  expect(preview.headers.get("content-security-policy")).toContain("sandbox");
  const frame = /name="frame" value="([0-9a-f]{64})"/.exec(waiting)?.[1] ?? "";
  expect((await post({ intent: "approve-notice", notice, frame })).status).toBe(409);
  expect((await post({ intent: "approve-notice", notice }, second)).status).toBe(409);
  expect((await post({ intent: "approve-notice", notice, frame }, second)).status).toBe(303);

  const isNotice = (mail: { text?: string | undefined }) => /\/signed\//.test(mail.text ?? "");
  const mail = await waitForMail(site, ana.address, isNotice);
  expect(mail.text).toContain("It now asks for very much more.");
  const stop = linkIn(mail, "unsubscribe");
  expect(await (await site.get(stop)).text()).toContain("Stop emails about new petition texts");
  const oneClick = await fetch(site.url + stop, { method: "POST", redirect: "manual" });
  expect([oneClick.status, oneClick.headers.get("set-cookie")]).toEqual([200, null]);
  expect(await (await site.get(stop)).text()).toContain("You’re unsubscribed from new texts");
  const link = linkIn(mail, "signed");
  const page = await site.get(link);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(page.headers.get("x-robots-tag")).toContain("noindex");
  const html = await page.text();
  for (const words of ["We, the undersigned, ask for a sample.", "We ask for very much more.", "It now asks"])
    expect(html).toContain(words);
  const personOf = async (id: number) =>
    (await db.select().from(signatures).where(eq(signatures.id, id)))[0]?.supporterId ?? 0;
  const versionOf = async (id: number) =>
    (await db.select().from(signatures).where(eq(signatures.id, id)))[0]?.petitionVersion;
  expect(await versionOf(ana.id)).toBe(1);
  expect((await site.post(link, { deed: "sell" })).status).toBe(422);
  const moved = await site.post(link, { deed: "move" });
  expect(await moved.text()).toContain("You have signed the new text");
  expect(await versionOf(ana.id)).toBe(2);
  // An undo means that one of her links is in other hands: this one expires as well.
  const ended = new Date(Date.now() + 1000);
  await db.transaction(async (tx) => endLinks(tx, await personOf(ana.id), ended));
  expect((await site.get(link)).status).toBe(404);
  expect((await site.post(link, { deed: "withdraw" })).status).toBe(404);
  expect(await versionOf(ana.id)).toBe(2);

  const spanish = linkIn(await waitForMail(site, eva.address, isNotice), "es/signed");
  expect(await (await site.get(spanish)).text()).toContain("El texto que usted firmó");
  expect(await (await site.post(spanish, { deed: "withdraw" })).text()).toContain("Su firma está retirada");
  expect(await (await site.get(spanish)).text()).toContain("Su firma está retirada");
  expect(await (await site.get(at, first)).text()).toMatch(/signed the new text<\/th><td class="num">1</);
  expect(await (await site.get(`/c/${campaign.slug}/petition`)).text()).toContain("were emailed");
  expect((await findCampaign(db, campaign.slug))?.petition.version).toBe(2);
});

test("nobody replaces a petition as unchanged alone: another reads both texts", async () => {
  const campaign = await aCampaign(db, { operator: "Sample", contactEmail: "hello@campaign.test" });
  const cookieOf = async () => ({
    cookie: `session=${await aSession(db, await anOrganizer(db, { campaign, role: "owner" }))}`,
  });
  const [first, second] = [await cookieOf(), await cookieOf()];
  await aSigner(campaign);
  const at = `/organize/c/${campaign.slug}/edit/petition`;
  const opposite = "We ask that nothing be ended.";
  await site.post(at, { version: "0", summary: "We ask for nothing.", body: opposite }, first);
  expect(await (await site.get(at, first)).text()).toMatch(
    /value="same".+?Ask for approval.+?value="changed"/s,
  );
  const publishing = { intent: "publish", version: "1", meaning: "same", note: "A comma." };
  const asked = await site.post(at, publishing, first);
  expect(asked.headers.get("location")).toContain("done=petition-asked");
  expect(await (await site.get(`/c/${campaign.slug}/petition`)).text()).not.toContain(opposite);

  const page = await (await site.get(at, second)).text();
  const pageHtml = page.slice(page.indexOf("Needs approval"));
  for (const words of ["with the same meaning", "A comma.", opposite]) expect(pageHtml).toContain(words);
  expect(pageHtml).toMatch(/The text in force<.+We, the undersigned, ask for a sample\..+The new text</s);
  const proposal = /name="proposal" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
  expect((await site.post(at, { intent: "approve", proposal }, first)).status).toBe(409);
  expect((await site.post(at, { intent: "approve", proposal }, second)).status).toBe(303);
  expect((await findCampaign(db, campaign.slug))?.petition).toMatchObject({ version: 2, sameMeaningAs: 1 });
  expect(await (await site.get(at, first)).text()).toContain("Put version 1 back in force");
});

test("nobody replaces the Spanish petition alone: another compares it first", async () => {
  const campaign = await aCampaign(db, {
    operator: "Sample",
    contactEmail: "hello@campaign.test",
    languages: ["en", "es"],
  });
  const cookieOf = async () => ({
    cookie: `session=${await aSession(db, await anOrganizer(db, { campaign, role: "owner" }))}`,
  });
  const [first, second] = [await cookieOf(), await cookieOf()];
  const edit = `/organize/c/${campaign.slug}/edit`;
  const at = `${edit}/translations?in=es`;
  const write = async (body: string) => {
    const page = await (await site.get(at, first)).text();
    const fields = [...page.matchAll(/name="v_([0-9a-f]{20})" value="(\d+)"/g)].map(
      ([, key = "", v = ""]) => {
        const text = new RegExp(`name="t_${key}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? "";
        const original = page.slice(page.lastIndexOf('class="original"', page.indexOf(`v_${key}`)));
        const pageText = /We, the undersigned/.test(original.slice(0, 200)) ? body : text || "En español.";
        return { [`v_${key}`]: v, [`t_${key}`]: pageText };
      },
    );
    expect((await site.post(at, Object.assign({}, ...fields), first)).status).toBe(303);
  };
  const seenIn = async (section: RegExp) => {
    const page = await (await site.get(at, first)).text();
    return /name="seen" value="([^"]+)"/.exec(page.slice(page.search(section)))?.[1] ?? "";
  };
  await write("Pedimos una muestra.");
  const all = await seenIn(/id="standing"/);
  expect((await site.post(at, { intent: "publish", seen: all }, first)).status).toBe(303);
  await aSigner(campaign, "es");

  const opposite = "Pedimos que no haya ninguna muestra.";
  await write(opposite);
  const seen = await seenIn(/id="correct"/);
  const noNote = await site.post(at, { intent: "correct", seen, note: "A comma." }, first);
  expect(noNote.status).toBe(422);
  const notes = { note: "A comma.", note_in: "Una coma." };
  const asked = await site.post(at, { intent: "correct", seen, ...notes }, first);
  expect(asked.headers.get("location")).toContain("done=petition-asked");
  const twice = await site.post(at, { intent: "correct", seen, ...notes }, first);
  expect(twice.status).toBe(409);
  const spanish = () => site.get(`/es/c/${campaign.slug}/petition`).then((answer) => answer.text());
  expect(await spanish()).not.toContain(opposite);
  expect(await (await site.get(at, first)).text()).toContain("A petition text needs approval.");

  const page = await (await site.get(`${edit}/petition`, second)).text();
  const pageHtml = page.slice(page.indexOf("Needs approval"));
  expect(pageHtml).toContain("asked on");
  expect(pageHtml).toMatch(/<h3>In [^<]*(?:Spanish|Español)/);
  expect(pageHtml).toMatch(/<del[^>]*>[^<]*una|<del/);
  expect(pageHtml).toMatch(/The text it translates<.+We, the undersigned, ask.+The new text in [^<]+</s);
  for (const words of [opposite, "A comma.", "Una coma."]) expect(pageHtml).toContain(words);
  const proposal = /name="proposal" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
  const approve = (who: typeof first) => site.post(`${edit}/petition`, { intent: "approve", proposal }, who);
  expect((await approve(first)).status).toBe(409);
  expect((await approve(second)).status).toBe(303);
  expect((await approve(second)).status).toBe(409);
  await expect.poll(spanish).toContain(opposite);
});

test("a link that is not whole, or of another purpose, opens nothing", async () => {
  for (const token of ["x", "A".repeat(54)]) {
    const page = await site.get(`/signed/${token}`);
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining("doesn’t work")]);
    expect((await site.post(`/signed/${token}`, { deed: "withdraw" })).status).toBe(404);
  }
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from petition_answers where answer = 'kept'`,
  );
  expect(row?.n).toBe(0);
});
