import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns, consents, letters, outbox, pledges, signatures, supporters } from "#db/schema/index.ts";
import { changeRows, rowIn, rowsIn } from "#tests/support/builders.ts";
import { pledging, signing, writing } from "#tests/support/forms.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { aFileHandedIn, scopeOf, takenIn } from "#tests/support/imports.ts";
import { anAddress, aSite, hiddenFieldsOf, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const stranger = {
  name: "Ana “Fake” Sample",
  country: "DE",
  display: "public",
  consent_deliver: "on",
  consent_updates: "on",
};

async function personOf(email: string) {
  return rowIn(site.db, supporters, { email });
}
async function signatureOf(email: string) {
  const { id } = await personOf(email);
  const [row] = await site.db.select().from(signatures).where(eq(signatures.supporterId, id));
  return row;
}
const mailsTo = async (email: string) =>
  site.db.$count(outbox, eq(outbox.supporterId, (await personOf(email)).id));

/** Form fields of the page that a link opens, as it is now. */
const opened = async (path: string) => hiddenFieldsOf(await (await site.get(path)).text());

/** The newer form that the page of a link names. */
const newerOf = async (link: string) => {
  const html = await (await site.get(link)).text();
  return /<p class="notice gap">[^<]*<a href="([^"]+)"/.exec(html)?.[1] ?? "";
};

test("a signature is confirmed in its owner's words, whatever a stranger posts", async () => {
  const email = anAddress();
  await site.post(`${campaign}/sign`, signing(email));
  const link = linkIn(await waitForMail(site, email), "confirm");
  const form = await opened(link);
  await site.post(`${campaign}/sign`, { ...signing(email), ...stranger, comment: "Words of a stranger" });
  await site.formsTaken();
  expect(await mailsTo(email)).toBe(2);
  const html = await (await site.get(link)).text();
  expect(html).not.toContain("Words of a stranger");
  expect(textOfPage(html)).toContain("A later form");
  expect(await (await site.get(await newerOf(link))).text()).toContain("Words of a stranger");
  expect((await site.post(link, form)).status).toBe(303);
  expect(await signatureOf(email)).toMatchObject({ state: "confirmed", display: "anonymous", comment: null });
  expect(await personOf(email)).toMatchObject({ name: "Ana Sample", country: "US" });
});

test("each part of a second form is displayed by its own page, and confirmed there", async () => {
  const changes: [Record<string, string>, string][] = [
    [{ name: "Bea Sample" }, "Bea Sample"],
    [{ country: "DE" }, "Germany"],
    [{ postal_code: "10115" }, "10115"],
    [{ comment: "Words" }, "Words"],
    [{ display: "initials" }, "Your initials"],
    [{ consent_deliver: "on" }, "Your name goes on the list"],
    [{ consent_updates: "on" }, "You asked for updates"],
  ];
  const check = async ([change, displayed]: (typeof changes)[number]) => {
    const email = anAddress();
    await site.post(`${campaign}/sign`, signing(email));
    const link = linkIn(await waitForMail(site, email), "confirm");
    await site.post(`${campaign}/sign`, { ...signing(email), ...change });
    await site.formsTaken();
    expect(textOfPage(await (await site.get(link)).text())).not.toContain(displayed);
    const newer = await newerOf(link);
    expect(textOfPage(await (await site.get(newer)).text()), JSON.stringify(change)).toContain(displayed);
    expect((await press(site, newer)).status).toBe(303);
    expect((await signatureOf(email))?.state).toBe("confirmed");
  };
  await Promise.all(changes.map(check));
});

test("the same form posted again changes nothing, and the open page confirms", async () => {
  const email = anAddress();
  await site.post(`${campaign}/sign`, signing(email));
  const link = linkIn(await waitForMail(site, email), "confirm");
  const form = await opened(link);
  await site.post(`${campaign}/sign`, signing(email));
  await site.formsTaken();
  expect((await site.post(link, form)).status).toBe(303);
});

test("a post that carries nothing of the page is answered with the page", async () => {
  const email = anAddress();
  await site.post(`${campaign}/sign`, signing(email));
  const link = linkIn(await waitForMail(site, email), "confirm");
  for (const form of [{}, { digest: "x" }, { digest: "x".repeat(9000) }]) {
    const answer = await site.post(link, form as Record<string, string>);
    expect(answer.status).toBe(409);
    expect(textOfPage(await answer.text())).toContain("Check below, then confirm.");
  }
  expect((await signatureOf(email))?.state).toBe("pending");
  expect((await press(site, link)).status).toBe(303);
});

test("in Spanish, too, the page says what changed", async () => {
  const email = anAddress();
  await site.post(`/es${campaign}/sign`, signing(email));
  const link = linkIn(await waitForMail(site, email), "es/confirm");
  const form = await opened(link);
  await site.db.update(supporters).set({ name: "Otra Persona" }).where(eq(supporters.email, email));
  const answer = await site.post(link, form);
  expect(answer.status).toBe(409);
  expect(textOfPage(await answer.text())).toContain(
    "Estos datos cambiaron después de que usted abrió esta página",
  );
});

test("a pledge is confirmed as it was displayed, or shown again", async () => {
  const email = anAddress();
  await site.post(`${campaign}/pledge`, pledging(email));
  const link = linkIn(await waitForMail(site, email), "confirm");
  const { id } = await personOf(email);
  const ofPerson = eq(pledges.supporterId, id);
  const changes: [() => Promise<unknown>, RegExp][] = [
    [() => site.db.update(pledges).set({ comment: "Words of a stranger" }).where(ofPerson), /the comment/],
    [() => site.db.update(pledges).set({ display: "public" }).where(ofPerson), /how the name is shown/],
    [() => changeRows(site.db, pledges, ofPerson, { agreed: ["pledge", "updates"] }), /updates by email/],
    [() => site.db.update(pledges).set({ holdingForm: "registered" }).where(ofPerson), /the shares/],
    [() => site.db.execute(sql`update pledge_intentions set intention = 'against'`), /the voting intention/],
    [() => site.db.update(pledges).set({ typedName: "Else" }).where(ofPerson), /the name/],
    [
      () => site.db.update(supporters).set({ locale: "es" }).where(eq(supporters.id, id)),
      /the language of our emails/,
    ],
  ];
  for (const [change, part] of changes) {
    const form = await opened(link);
    await change();
    const answer = await site.post(link, form);
    expect(answer.status, String(part)).toBe(409);
    expect(textOfPage(await answer.text())).toMatch(part);
  }
  expect((await site.db.select().from(pledges).where(ofPerson))[0]?.status).toBe("email_pending");
  expect((await press(site, link)).status).toBe(303);
  expect((await site.db.select().from(pledges).where(ofPerson))[0]).toMatchObject({ status: "active" });
});

test("a letter is confirmed as it was displayed, or shown again", async () => {
  const email = anAddress();
  await site.post(`${campaign}/letter`, writing(email));
  const link = linkIn(await waitForMail(site, email), "confirm");
  const { id } = await personOf(email);
  const ofPerson = eq(letters.supporterId, id);
  const changes: [() => Promise<unknown>, RegExp][] = [
    [() => site.db.update(letters).set({ body: "Words of a stranger" }).where(ofPerson), /the text/],
    [() => site.db.update(letters).set({ display: "public" }).where(ofPerson), /how the name is shown/],
    [() => site.db.update(letters).set({ replyTo: true }).where(ofPerson), /whether the company learns/],
    [() => site.db.update(letters).set({ role: "shareholder" }).where(ofPerson), /who you say you are/],
    [
      () => changeRows(site.db, letters, ofPerson, { agreed: ["letter", "deliver_letter", "updates"] }),
      /updates by email/,
    ],
    [() => site.db.update(letters).set({ typedName: "Else" }).where(ofPerson), /the name/],
  ];
  for (const [change, part] of changes) {
    const form = await opened(link);
    await change();
    const answer = await site.post(link, form);
    expect(answer.status, String(part)).toBe(409);
    expect(textOfPage(await answer.text())).toMatch(part);
  }
  expect((await site.db.select().from(letters).where(ofPerson))[0]?.state).toBe("email_pending");
  expect((await press(site, link)).status).toBe(303);
  expect((await site.db.select().from(letters).where(ofPerson))[0]).toMatchObject({
    state: "confirmed",
    body: "Words of a stranger",
    display: "public",
    replyTo: true,
  });
});

test("a stranger who signs with the address does not rename the letter that waits", async () => {
  const email = anAddress();
  await site.post(`${campaign}/letter`, writing(email));
  const link = linkIn(await waitForMail(site, email), "confirm");
  await site.post(`${campaign}/sign`, { ...signing(email), ...stranger });
  await site.formsTaken();
  expect(await (await site.get(link)).text()).not.toContain("Fake");
  expect((await press(site, link)).status).toBe(303);
  expect(await personOf(email)).toMatchObject({ name: "Ana Sample", country: "US" });
});

test("somebody from an imported list is shown what a form asks for in their name", async () => {
  const email = anAddress();
  const [of] = await site.db.select().from(campaigns).where(eq(campaigns.slug, "microsoft-ice"));
  const file = await aFileHandedIn(
    site.db,
    await scopeOf(site.db, { id: of?.id ?? 0 }),
    `email,name,country\n${email},Ana Sample,US\n`,
  );
  await takenIn(site.db, file);
  await site.post(`${campaign}/sign`, { ...signing(email), consent_deliver: "on" });
  const link = linkIn(await waitForMail(site, email), "confirm");
  expect(textOfPage(await (await site.get(link)).text())).toContain(
    "Your name goes on the list for Microsoft",
  );
  expect((await press(site, link)).status).toBe(303);
  const given = await rowsIn(site.db, consents, { supporterId: (await personOf(email)).id });
  expect(given.map(({ purpose }) => purpose)).toContain("deliver_to_company");
});
