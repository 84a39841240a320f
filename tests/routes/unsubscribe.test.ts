import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readerUrl, unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";
import { campaigns, outbox } from "#db/schema/index.ts";
import { englishInPage } from "#tests/e2e/english.ts";
import { firstOf, storeRow, testKeys } from "#tests/support/builders.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSite } from "#tests/support/site.ts";
import { anUpdate } from "#tests/support/updates.ts";

const older = "an-older-secret-that-signed-mails-before-0002";
const site = await aSite({ SECRET: `a-secret-for-tests-that-is-long-enough-0001,${older}` });
const campaign = firstOf(await site.db.select().from(campaigns));

async function aReader(keys = testKeys, locale: Locale = "en") {
  const { supporter, signature } = await aStoredSignature(site.db, campaign as { id: number }, {
    consents: ["sign", "updates", "deliver_to_company"],
  });
  const update = await anUpdate(site.db, campaign as { id: number });
  const mail = await storeRow(site.db, outbox, {
    template: "update",
    campaignId: update.campaignId,
    supporterId: supporter.id,
    updateId: update.id,
  });
  const reader = { supporterId: supporter.id, campaignId: update.campaignId };
  const path = readerUrl({ keys, appUrl: "" }, { ...reader, createdAt: mail.createdAt, locale });
  return { supporter, signature, mail, path };
}

const agrees = async (supporterId: number) => {
  const rows = await site.db.execute<{ purpose: string }>(sql`
    select purpose from consents where supporter_id = ${supporterId} and revoked_at is null
    order by purpose::text`);
  return rows.map(({ purpose }) => purpose);
};
const all = ["deliver_to_company", "sign", "updates"];
const others = ["deliver_to_company", "sign"];
const logged = async () =>
  Number(
    (
      await site.db.execute(sql`select count(*)::int as n from audit_entries where action = 'unsubscribed'`)
    )[0]?.n,
  );

/** A mail provider's request: no origin, no cookie, following no redirect. */
const oneClick = (path: string, body?: string | FormData, headers: Record<string, string> = {}) =>
  fetch(site.url + path, {
    method: "POST",
    redirect: "manual",
    headers,
    ...(body === undefined ? {} : { body }),
  });
const urlencoded = { "content-type": "application/x-www-form-urlencoded" };

test("opening the link shows what would stop and changes nothing", async () => {
  const { supporter, path } = await aReader();
  const page = await site.get(path);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain("Unsubscribe from updates");
  expect(html).toContain(campaign.title);
  expect(html.match(/<button/g)).toHaveLength(1);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(page.headers.get("x-robots-tag")).toContain("noindex");

  const head = await fetch(site.url + path, { method: "HEAD", redirect: "manual" });
  expect(head.status).toBe(200);
  await site.get(`${path}?utm=1`, { "user-agent": "Mail scanner" });
  expect(await agrees(supporter.id)).toEqual(all);
});

const forms = {
  "urlencoded, as RFC 8058 has it": () => ["List-Unsubscribe=One-Click", urlencoded] as const,
  "multipart, as RFC 8058 has it": () => {
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    return [form, {}] as const;
  },
  "with no body and no type": () => [undefined, {}] as const,
  "with an empty form": () => ["", urlencoded] as const,
  "of another type": () => ["{}", { "content-type": "application/json" }] as const,
  "that cannot be read": () => ["x", { "content-type": "multipart/form-data" }] as const,
  "from another page": () =>
    [
      "List-Unsubscribe=One-Click",
      { ...urlencoded, origin: "https://mail.example", "sec-fetch-site": "cross-site" },
    ] as const,
};

test.each(Object.entries(forms))(
  "one request %s unsubscribes: 200, no redirect, no cookie",
  async (_name, made) => {
    const { supporter, path } = await aReader();
    const [body, headers] = made();
    const answer = await oneClick(path, body, headers);
    expect(answer.status).toBe(200);
    expect(answer.redirected).toBe(false);
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await answer.text()).toContain("You’re unsubscribed");
    expect(await agrees(supporter.id)).toEqual(others);
  },
);

test("a slash at the end is the same link, and no other method than POST unsubscribes", async () => {
  const { supporter, path } = await aReader();
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
    for (const body of [undefined, "List-Unsubscribe=One-Click"]) {
      const answer = await fetch(site.url + path, { method, ...(body && { body, headers: urlencoded }) });
      const answered = [
        method,
        answer.status,
        answer.headers.get("allow"),
        answer.headers.get("x-robots-tag"),
      ];
      expect(answered).toEqual([method, 405, "GET, HEAD, POST", expect.stringContaining("noindex")]);
    }
  }
  expect(await agrees(supporter.id)).toEqual(all);

  const answer = await oneClick(`${path}/`, "List-Unsubscribe=One-Click", urlencoded);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(await answer.text()).toContain("You’re unsubscribed");
  expect(await agrees(supporter.id)).toEqual(others);
});

test("the button does the same, and the page then says so", async () => {
  const { supporter, path } = await aReader();
  const pressed = await site.post(path, {});
  expect(pressed.status).toBe(200);
  expect(await pressed.text()).toContain("You’re unsubscribed");
  expect(await agrees(supporter.id)).toEqual(others);
  const html = await (await site.get(path)).text();
  expect(html).toContain("You’re unsubscribed");
  expect(html).not.toContain("<button");
});

test("twenty requests at once are one entry in the log, and none later adds one", async () => {
  const { path } = await aReader();
  const before = await logged();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => oneClick(path, "List-Unsubscribe=One-Click", urlencoded)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect((await oneClick(path)).status).toBe(200);
  expect(await logged()).toBe(before + 1);
});

test("a provider unsubscribes hundreds of people from one address", async () => {
  const { supporter, path } = await aReader();
  const statuses = new Set<number>();
  for (let n = 0; n < 16; n++) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => oneClick(path)));
    for (const { status } of answers) statuses.add(status);
  }
  expect([...statuses]).toEqual([200]);
  expect(await agrees(supporter.id)).toEqual(others);
});

test("someone who was erased gets the same words", async () => {
  const { supporter, path } = await aReader();
  const before = await logged();
  await site.db.execute(sql`delete from supporters where id = ${supporter.id}`);
  const answer = await oneClick(path, "List-Unsubscribe=One-Click", urlencoded);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("You’re unsubscribed");
  expect((await site.get(path)).status).toBe(200);
  expect(await logged()).toBe(before);
});

test("a link that an older secret signed still unsubscribes, and a link in Spanish", async () => {
  const old = await aReader(makeKeys([older]));
  expect((await oneClick(old.path)).status).toBe(200);
  expect(await agrees(old.supporter.id)).toEqual(others);

  const spanish = await aReader(testKeys, "es");
  expect(spanish.path).toMatch(/^\/es\/unsubscribe\//);
  expect(await (await site.get(spanish.path)).text()).toMatch(/href="\/es\/c\/[a-z0-9-]+\/privacy"/);
  expect((await oneClick(spanish.path)).status).toBe(200);
  expect(await agrees(spanish.supporter.id)).toEqual(others);
});

test("no other link unsubscribes, whole or broken: 404, with another way to the same end", async () => {
  const { supporter, signature, mail, path } = await aReader();
  const token = path.split("/").at(-1) ?? "";
  const issued = { issuedAt: new Date(), expiresAt: null };
  const wrong = [
    createToken(testKeys, "confirm", { subject: mail.publicId, ...issued }),
    createToken(testKeys, "manage", { subject: supporter.publicId, ...issued }),
    createToken(testKeys, "thanks", { subject: signature.publicId, ...issued }),
    createToken(makeKeys(["a-secret-that-this-site-never-had-at-all-0009"]), "unsubscribe", {
      subject: mail.publicId,
      ...issued,
    }),
    token.slice(0, -1),
    `${token}A`,
    `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
    mail.publicId,
    "preview",
  ];
  for (const made of wrong) {
    for (const answer of [await site.get(`/unsubscribe/${made}`), await oneClick(`/unsubscribe/${made}`)]) {
      expect(answer.status).toBe(404);
      const html = await answer.text();
      expect(html).toContain("This link doesn’t work");
      expect(html).toContain('action="/manage"');
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
  }
  expect(await agrees(supporter.id)).toEqual(all);
});

test("a link to unsubscribe does nothing but that", async () => {
  const { supporter, signature, path } = await aReader();
  const token = path.split("/").at(-1);
  for (const page of ["confirm", "manage", "thanks"]) {
    const html = await (await site.get(`/${page}/${token}`)).text();
    expect(html).not.toContain(supporter.email);
    expect(html).not.toContain(supporter.name);
    await site.post(`/${page}/${token}`, { intent: "never", signature: signature.publicId });
  }
  expect((await site.get(`/manage/${token}/export`)).headers.get("content-disposition")).toBeNull();
  await site.post(path, { intent: "never", consent_deliver: "", display: "anonymous" });
  expect(await agrees(supporter.id)).toEqual(others);
  const [row] = await site.db.execute(sql`
    select (select count(*)::int from suppressions) as suppressed,
      (select state from signatures where id = ${signature.id}) as state`);
  expect(row).toEqual({ suppressed: 0, state: "confirmed" });
});

test("a link for a mail that never was says the same as for one that is gone", async () => {
  const given = { subject: randomUUID(), issuedAt: new Date(), expiresAt: null };
  const answer = await oneClick(`/unsubscribe/${createToken(testKeys, "unsubscribe", given)}`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("You’re unsubscribed");
});

test("the link of a test says that it changes nothing", async () => {
  const organizer = await anOrganizer(site.db, { campaign });
  const update = await anUpdate(site.db, campaign);
  const mail = await storeRow(site.db, outbox, {
    template: "update-test",
    campaignId: campaign.id,
    organizerId: organizer.id,
    updateId: update.id,
    state: "skipped",
  });
  const path = unsubscribeUrl({ keys: testKeys, appUrl: "" }, { ...mail, locale: "en" });
  const before = await logged();
  expect(await (await site.get(path)).text()).toContain("This link came with a test");
  expect((await oneClick(path)).status).toBe(200);
  expect(await logged()).toBe(before);
});

test("what a link in Spanish leads to says nothing in English: whole, used or broken", async () => {
  const { path } = await aReader(testKeys, "es");
  const lookedAt = async (answer: Response, expected: RegExp) => {
    const html = await answer.text();
    expect(html).toMatch(expected);
    expect(englishInPage(html)).toEqual([]);
  };
  await lookedAt(await site.get(path), /Darse de baja/);
  await lookedAt(await oneClick(path), /Usted está de baja/);
  await lookedAt(await site.get(path), /Usted está de baja/);
  for (const page of [
    "unsubscribe",
    "confirm",
    "manage",
    "voted",
    "thanks",
    "signed",
    "c/microsoft-ice/pledge",
  ])
    await lookedAt(await site.get(`/es/${page}/no-such-link`), /<html lang="es"/);
});
