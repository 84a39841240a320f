import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const pledged = { kind: "direct", holding_form: "broker", shares: "1250", consent_pledge: "on" };
const undoIn = ({ text }: { text?: string }) => /\/undo\/[A-Za-z0-9_-]{54}/.exec(text ?? "")?.[0] ?? "";
const hasUndo = ({ text }: { text?: string }) => text?.includes("/undo/") === true;

async function aSigner() {
  const email = anAddress();
  await site.post(`${campaign}/sign`, { name: "Ana Sample", email, country: "US", consent_sign: "on" });
  const confirmed = await press(site, linkIn(await waitForMail(site, email), "confirm"));
  return { email, thanks: confirmed.headers.get("location") ?? "" };
}
const stateOf = async (email: string) => {
  const [row] = await site.db.execute(sql`
    select (select g.state from signatures g where g.supporter_id = s.id) as signature,
      (select p.status from pledges p where p.supporter_id = s.id order by p.id desc limit 1) as pledge
    from supporters s where s.email = ${email}`);
  return row;
};

test("what a link enters is emailed to its owner and undone by one press", async () => {
  const { email, thanks } = await aSigner();
  const [form = ""] =
    /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(await (await site.get(thanks)).text()) ?? [];
  expect((await site.post(form, pledged)).status).toBe(303);
  const isPledge = ({ text }: { text?: string }) =>
    hasUndo({ text: text ?? "" }) && /pledge/.test(text ?? "");
  const undo = undoIn(await waitForMail(site, email, isPledge));
  expect(undo).not.toBe("");
  for (let scan = 0; scan < 3; scan++) {
    const page = await site.get(undo);
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
    // The email may have been forwarded: its page shows no personal data.
    expect(textOfPage(await page.text())).not.toMatch(new RegExp(`${email}|Ana Sample|1,?250`));
  }
  expect(await stateOf(email)).toEqual({ signature: "confirmed", pledge: "active" });
  expect(textOfPage(await (await site.post(undo, {})).text())).toContain("Undone: your pledge is withdrawn");
  expect(await stateOf(email)).toMatchObject({ signature: "confirmed", pledge: "withdrawn" });
  expect(textOfPage(await (await site.get(undo)).text())).toContain(
    "This pledge has been changed or withdrawn since",
  );
});

test("a receipt undoes its signature once, and old ones undo nothing newer", async () => {
  const { email } = await aSigner();
  const undo = undoIn(await waitForMail(site, email, hasUndo));
  expect(textOfPage(await (await site.post(`/es${undo}`, {})).text())).toContain("Su firma está retirada");
  expect(await stateOf(email)).toMatchObject({ signature: "withdrawn" });
  await site.db.execute(
    sql`update outbox set created_at = created_at - interval '2 days', state = 'accepted'`,
  );
  await site.post(`${campaign}/sign`, { name: "Ana Sample", email, country: "US", consent_sign: "on" });
  await site.formsTaken();
  await site.db.execute(sql`
    update signatures set state = 'confirmed', confirmed_at = now() where supporter_id =
      (select id from supporters where email = ${email})`);
  await site.post(undo, {});
  expect(await stateOf(email)).toMatchObject({ signature: "confirmed" });
});

test("an undo is good for seven days, of its own kind, and undoes nothing of another", async () => {
  const { email } = await aSigner();
  const [row] = await site.db.execute<{ signature: string; person: string }>(sql`
    select g.public_id as signature, s.public_id as person from signatures g
    join supporters s on s.id = g.supporter_id where s.email = ${email}`);
  const keys = makeKeys([site.env.SECRET]);
  const undo = (purpose: TokenPurpose, subject: string, days: number) => {
    const issuedAt = new Date(Date.now() - days * 86_400_000);
    const expiresAt = new Date(issuedAt.getTime() + 7 * 86_400_000);
    return `/undo/${createToken(keys, purpose, { subject, issuedAt, expiresAt })}`;
  };
  const { signature = "", person = "" } = row ?? {};
  for (const path of [
    undo("undo-signature", signature, 7.01),
    undo("confirm", signature, 1),
    undo("manage", person, 1),
    `/undo/${"A".repeat(54)}`,
  ])
    expect([path, (await site.post(path, {})).status]).toEqual([path, 404]);
  await site.post(undo("undo-pledge", signature, 1), {});
  await site.post(undo("undo-letter", signature, 1), {});
  expect(await stateOf(email)).toMatchObject({ signature: "confirmed" });
  expect((await site.get(undo("undo-signature", signature, 6.9))).status).toBe(200);
});

test("the undo of a changed pledge puts the one before back, shows neither, and acts once", async () => {
  const { email, thanks } = await aSigner();
  const [form = ""] =
    /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(await (await site.get(thanks)).text()) ?? [];
  await site.post(form, pledged);
  const first = await waitForMail(
    site,
    email,
    ({ text }) => text?.includes("your pledge") === true && hasUndo({ text }),
  );
  const change = /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(first.text ?? "")?.[0] ?? "";
  expect((await site.post(change, { ...pledged, shares: "8" })).status).toBe(303);
  const undoFirst = undoIn(first);
  const second = await waitForMail(
    site,
    email,
    (mail) => hasUndo(mail) && /Version\s+2/.test(mail.text ?? ""),
  );
  const undo = undoIn(second);
  expect(undo).not.toBe(undoFirst);
  expect(textOfPage(await (await site.get(undoFirst)).text())).toContain(
    "This pledge has been changed or withdrawn since",
  );
  for (const path of [undo, `/es${undo}`]) {
    const page = textOfPage(await (await site.get(path)).text());
    expect(page).toMatch(/Undo this change\?|¿Deshacer este cambio\?/);
    expect(page).not.toMatch(new RegExp(`${email}|Ana Sample|1,?250|\\b8\\b`));
  }
  const versions = async () => {
    const rows = await site.db.execute(sql`
      select version, status from pledges
      where supporter_id = (select id from supporters where email = ${email}) order by version`);
    return rows.map(({ version, status }) => `${version} ${status}`);
  };
  expect(await versions()).toEqual(["1 superseded", "2 active"]);
  const [pressed, again] = await Promise.all([site.post(undo, {}), site.post(undo, {})]);
  const pages = [textOfPage(await pressed.text()), textOfPage(await again.text())];
  expect(pages.filter((page) => page.includes("Your pledge is as it was before"))).toHaveLength(1);
  expect(await versions()).toEqual(["1 superseded", "2 superseded", "3 active"]);
  // The link that made the change has expired, and the first pledge can still be undone.
  expect((await site.post(change, pledged)).status).toBe(410);
  expect(textOfPage(await (await site.post(undoFirst, {})).text())).toContain(
    "Undone: your pledge is withdrawn",
  );
  expect(await versions()).toEqual(["1 superseded", "2 superseded", "3 withdrawn"]);
});
