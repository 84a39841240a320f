import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { rowIn, testKeys } from "#tests/support/builders.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const day = 86_400_000;

/** Signs; answers the link in the email, the person, and their pending signature. */
async function aSigner() {
  const email = anAddress();
  await site.post("/c/microsoft-ice/sign", { name: "Ana", email, country: "US", consent_sign: "on" });
  const confirm = linkIn(await waitForMail(site, email), "confirm");
  const person = await rowIn(site.db, supporters, { email });
  return { confirm, person, signature: await rowIn(site.db, signatures, { supporterId: person.id }) };
}
const { person, signature } = await aSigner();

const made = (purpose: TokenPurpose, subject: string, days: number | null) =>
  createToken(testKeys, purpose, {
    subject,
    issuedAt: new Date(Date.now() - 30 * day),
    expiresAt: days === null ? null : new Date(Date.now() + days * day),
  });

/** Each place that takes a token, with its tokens' purposes. */
const places: Record<
  string,
  { path: (token: string) => string; purpose: TokenPurpose; form: Record<string, string> }
> = {
  confirm: { path: (token) => `/confirm/${token}`, purpose: "confirm", form: {} },
  "confirm a pledge": { path: (token) => `/confirm/${token}`, purpose: "confirm-pledge", form: {} },
  "confirm a letter": { path: (token) => `/confirm/${token}`, purpose: "confirm-letter", form: {} },
  manage: { path: (token) => `/manage/${token}`, purpose: "manage", form: { intent: "export" } },
  thanks: { path: (token) => `/thanks/${token}`, purpose: "thanks", form: {} },
  signed: { path: (token) => `/signed/${token}`, purpose: "notice", form: { deed: "keep" } },
  voted: { path: (token) => `/voted/${token}`, purpose: "voted", form: { outcome: "voted_as_pledged" } },
  unsubscribe: { path: (token) => `/unsubscribe/${token}`, purpose: "unsubscribe", form: {} },
  pledge: { path: (token) => `/c/microsoft-ice/pledge/${token}`, purpose: "pledge", form: {} },
};

const expiredTokens = (purpose: TokenPurpose) => ({
  "expired, of the person": made(purpose, person.publicId, -1),
  "expired, of the signature": made(purpose, signature.publicId, -1),
  "expired, of nobody": made(purpose, randomUUID(), -1),
});

const deadTokens = (purpose: TokenPurpose) => {
  const other = purpose === "thanks" ? "manage" : "thanks";
  const subjects = [person.publicId, signature.publicId];
  const whole = made(purpose, subjects[0] ?? "", 1);
  const tokens: Record<string, string> = {
    malformed: "token",
    "cut short": whole.slice(0, -1),
    altered: `${whole.slice(0, -2)}${whole.endsWith("AA") ? "BB" : "AA"}`,
    unknown: randomBytes(41).toString("base64url").slice(0, 54),
    long: "x".repeat(2000),
    encoded: "%e2%82%ac",
    "cut off in a character": "abc%e2%82",
    "with a space": "abc%20def",
    "with a slash": "abc%2fdef",
    "with a control character": "abc%0adef",
  };
  for (const [n, subject] of subjects.entries()) tokens[`for something else, ${n}`] = made(other, subject, 1);
  // Unsubscribing always works, even if nothing is stored any more.
  if (purpose !== "unsubscribe") tokens["of nobody"] = made(purpose, randomUUID(), 1);
  // An expired manage link has a page of its own: below.
  if (purpose !== "unsubscribe" && purpose !== "manage") Object.assign(tokens, expiredTokens(purpose));
  return tokens;
};

const read = async (answer: Response, token: string) => ({
  status: answer.status,
  html: (await answer.text()).replaceAll(token, "TOKEN"),
  headers: Object.fromEntries(
    [...answer.headers].filter(([name]) => !/^(date|x-request-id|content-length|etag)$/.test(name)),
  ),
});

test.each(Object.entries(places))(
  "a link to %s that opens nothing is one page, for every reason",
  async (_, place) => {
    for (const locale of ["en", "es"] as const) {
      const at = locale === "en" ? "" : "/es";
      const pages = [];
      for (const [why, token] of Object.entries(deadTokens(place.purpose))) {
        const pageHtml = await read(await site.get(at + place.path(token)), token);
        expect([why, pageHtml.status]).toEqual([why, 404]);
        expect([why, pageHtml.html]).toEqual([
          why,
          expect.stringContaining(`<h1>${words(locale).errors.link.title}</h1>`),
        ]);
        expect(pageHtml.html).toContain(`action="${at}/manage"`);
        expect(pageHtml.headers["cache-control"]).toBe("no-store");
        pages.push(JSON.stringify(pageHtml));

        // A typed pledge comes back with its content.
        const posted = await site.post(at + place.path(token), place.form);
        const isTyped = place.purpose === "pledge" && why !== "cut off in a character";
        expect([why, posted.status]).toEqual([why, isTyped ? 410 : 404]);
      }
      expect(new Set(pages).size).toBe(1);
    }
  },
);

test("an expired personal link offers a fresh one, with or without stored data", async () => {
  const pages = [];
  for (const [why, token] of Object.entries(expiredTokens("manage"))) {
    const pageHtml = await read(await site.get(`/manage/${token}`), token);
    expect([why, pageHtml.status]).toEqual([why, 410]);
    pages.push(JSON.stringify(pageHtml));
    expect([why, (await site.post(`/manage/${token}`, { intent: "export" })).status]).toEqual([why, 404]);
  }
  expect(new Set(pages).size).toBe(1);
});

test("a link that opens something still does", async () => {
  const { confirm, person } = await aSigner();
  expect((await site.get(confirm)).status).toBe(200);
  expect((await press(site, confirm)).status).toBe(303);
  expect((await site.get(confirm)).status).toBe(200);
  const managePath = `/manage/${made("manage", person.publicId, 1)}`;
  expect((await site.get(managePath)).status).toBe(200);
  const forever = `/unsubscribe/${made("unsubscribe", randomUUID(), null)}`;
  expect((await site.get(forever)).status).toBe(200);
  expect((await site.post(forever, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
});

test("who says that it was not them, and who erases what is held, is told so", async () => {
  const { confirm } = await aSigner();
  const never = await site.post(confirm, { intent: "never" });
  expect([never.status, await never.text()]).toEqual([
    200,
    expect.stringContaining(words("en").personal.confirm.neverTitle),
  ]);
  expect((await site.get(confirm)).status).toBe(404);

  const { person } = await aSigner();
  const times = { issuedAt: new Date(), expiresAt: new Date(Date.now() + day) };
  const token = createToken(testKeys, "manage", { subject: person.publicId, ...times });
  const managePath = `/manage/${token}`;
  const erased = await site.post(managePath, { intent: "erase", understood: "on" });
  expect([erased.status, await erased.text()]).toEqual([
    200,
    expect.stringContaining(words("en").personal.manage.erasedTitle),
  ]);
  expect((await site.get(managePath)).status).toBe(404);
});
