import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";
import { anAddress, aSite } from "#tests/support/site.ts";

const site = await aSite();
const titleOf = (html: string) => /<title>(.*?)<\/title>/s.exec(html)?.[1];
const filled = (email: string) => ({ name: "Ana Sample", email, country: "US", consent_sign: "on" });

/** Waits until no cached page has the campaign's earlier state. */
async function everywhere(status: number) {
  for (const at of ["", "/es"])
    await expect
      .poll(async () => (await site.post(`${at}/c/microsoft-ice/sign`, filled(anAddress()))).status)
      .toBe(status);
}

for (const locale of ["en", "es"] as const) {
  const prefix = locale === "en" ? "" : `/${locale}`;
  const { common, letter, pledge, sign } = words(locale);
  const titled = (title: string) => `${title} · Undersigned`;
  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await site.post(`${prefix}/c/microsoft-ice${path}`, fields);
    return titleOf(await answer.text());
  };

  test(`titles name errors only for errors, else the question (${locale})`, async () => {
    const slip = filled(`slip${Date.now()}@gmial.com`);
    const asks = titled(sign.form.suggestion.heading);
    expect(await post("/sign", { name: "" })).toBe(`${common.error} ${titled(sign.form.heading)}`);
    expect(await post("/sign", slip)).toBe(asks);
    expect(await post("/sign?again=as-typed", { name: "" })).toBe(titled(sign.form.heading));
    expect(await post("/sign?again=corrected", { name: "" })).toMatch(new RegExp(`^${common.error} `));
    expect(await post("/letter", { ...slip, body: "I write to you." })).toMatch(
      new RegExp(`^${common.error} `),
    );
    const pledged = { kind: "fund", consent_pledge: "on" };
    expect(await post("/pledge", { ...slip, ...pledged })).toBe(asks);
    expect(await post("/pledge", { step: "1", ...filled(anAddress()), way: "unsure" })).toBe(
      titled(pledge.findOut.title),
    );
    expect(await post("/pledge", { step: "1" })).toBe(`${common.error} ${titled(pledge.title)}`);
    expect(await post("/letters", { find: "" })).toMatch(new RegExp(`^${common.error} `));
  });

  test(`an unsent form switches language with its content, and does nothing (${locale})`, async () => {
    const other = locale === "en" ? "/es" : "";
    const page = "/c/microsoft-ice";
    const rows = async () => {
      await site.formsTaken();
      return site.db.execute(sql`select count(*)::int as n from supporters`);
    };
    const before = await rows();
    const half = { name: "Ana “Half” Sample", email: "ana@", consent_updates: "on" };
    for (const [expected, path, fields] of [
      ["", "sign", { comment: "Kept words" }],
      ["/letter", "letter", { body: "Kept words", say_shares: "on" }],
      ["/pledge", "pledge", { step: "1", way: "broker" }],
      ["/pledge", "pledge", { kind: "direct", holding_form: "broker", comment: "Kept words" }],
    ] as const) {
      const action = `${other}${page}/${path}?again=as-typed`;
      const html = await (await site.get(`${prefix}${page}${expected}`)).text();
      expect(html.match(/formaction="[^"]*again[^"]*"/gi)).toEqual([`formaction="${action}"`]);
      const answer = await site.post(action, { ...half, ...fields });
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
      const pageText = await answer.text();
      expect(pageText).toContain(`<html lang="${locale === "en" ? "es" : "en"}"`);
      expect(pageText).not.toMatch(/role="alert"|aria-invalid/);
      expect(pageText).toContain('value="Ana “Half” Sample"');
      if ("step" in fields) expect(pageText).toMatch(/value="broker"[^>]*aria-current="true"/);
      else expect(pageText).toContain("Kept words</textarea>");
      // And back again, as typed.
      expect(pageText).toContain(`formaction="${prefix}${page}/${path}?again=as-typed"`);
    }
    expect(await rows()).toEqual(before);
    const foreign = { origin: "https://evil.example" };
    expect((await site.post(`${other}${page}/sign?again=as-typed`, half, foreign)).status).toBe(403);
  });

  test(`a link that confirms nothing says so in the title (${locale})`, async () => {
    const answer = await site.get(`${prefix}/confirm/incomplete`);
    expect(titleOf(await answer.text())).toBe(titled(words(locale).errors.link.title));
  });

  test(`a petition that closed since says so, and its words switch language (${locale})`, async () => {
    await site.db.execute(sql`update campaigns set status = 'closed', closed_at = now()`);
    const page = "/c/microsoft-ice";
    await everywhere(410);
    const other = locale === "en" ? "/es" : "";
    for (const [path, heading] of [
      ["sign", sign.form.closed.heading],
      ["letter", letter.closed.heading],
      ["pledge", pledge.closed.heading],
    ] as const) {
      const typed = { ...filled(anAddress()), comment: "Kept “words”", why: "Kept reasons" };
      const answer = await site.post(`${prefix}${page}/${path}`, typed);
      expect(answer.status).toBe(410);
      const html = await answer.text();
      expect(titleOf(html), path).toBe(titled(heading));
      expect(html).toContain(common.summary.typed);
      expect(html).toContain(`formaction="${other}${page}/${path}?again=as-typed"`);
      expect(html).toMatch(/<input type="hidden" name="name" value="Ana Sample"/);
      expect(html).toMatch(path === "letter" ? /Kept reasons<\/dd>/ : /Kept “words”<\/dd>/);

      const switched = await site.post(`${other}${page}/${path}?again=as-typed`, typed);
      expect(switched.status).toBe(410);
      expect(await switched.text()).toContain("Ana Sample</dd>");
    }
    await site.db.execute(sql`update campaigns set status = 'open', closed_at = null`);
    await everywhere(303);
  });
}
