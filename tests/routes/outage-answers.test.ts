// A process that has read nothing yet while the database is away: the answers to readers and programs.
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aPayload } from "#tests/support/mail-events.ts";
import { signWebhook } from "#tests/support/resend-provider.mjs";
import { anAddress, aSite, hiddenFieldsOf } from "#tests/support/site.ts";

const webhookSecret = `whsec_${randomBytes(24).toString("base64")}`;
const site = await aSite({ RESEND_WEBHOOK_SECRET: webhookSecret });
const campaign = "/c/microsoft-ice";
const page = { accept: "text/html" };

/** Takes the database away until `back` is called. */
async function takeDatabaseAway() {
  const name = site.db.$client.options.database;
  const admin = postgres(inject("clusterUrl"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`alter database ${name} allow_connections false`);
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  return {
    async back() {
      await admin.unsafe(`alter database ${name} allow_connections true`);
      await admin.end();
    },
  };
}

const summaryOf = async (answer: Response) => ({
  status: answer.status,
  after: Number(answer.headers.get("retry-after")),
  type: answer.headers.get("content-type")?.split(";")[0],
  cache: answer.headers.get("cache-control"),
  text: await answer.text(),
});
const unavailable = { status: 503, after: expect.any(Number), cache: "no-store" };

test("in an outage every answer is 503 with a retry, localized, keeping the form", async () => {
  const link = {
    publicId: "3f1b2c4d-0000-4000-8000-000000000001",
    createdAt: new Date(),
    locale: "en" as const,
  };
  const unsubscribe = unsubscribeUrl({ keys: testKeys, appUrl: "" }, link);
  const { back } = await takeDatabaseAway();

  for (const [path, headers, lang] of [
    [campaign, page, "en"],
    [`/es${campaign}`, page, "es"],
    [campaign, { ...page, "accept-language": "es-MX,es;q=0.9,en;q=0.5" }, "es"],
    [`${campaign}/sources`, { ...page, "accept-language": "fr,en" }, "en"],
    [`${campaign}/signers`, page, "en"],
    ["/organize", { ...page, cookie: `session=${"x".repeat(43)}` }, "en"],
    [unsubscribe, page, "en"],
  ] as const) {
    const answer = await summaryOf(await site.get(path, headers));
    expect([path, answer]).toEqual([path, { ...unavailable, type: "text/html", text: expect.any(String) }]);
    expect(answer.after, path).toBeGreaterThan(0);
    expect(answer.text, path).toContain(`<html lang="${lang}"`);
    expect(answer.text, path).toContain(
      lang === "en" ? "<h1>We’ll be back in a minute</h1>" : "<h1>Volvemos en un minuto</h1>",
    );
  }

  const count = await site.get(`${campaign}/count.json`);
  expect(count.headers.get("access-control-allow-origin")).toBe("*");
  const counted = await summaryOf(count);
  expect(counted).toMatchObject({ ...unavailable, type: "application/problem+json" });
  expect(JSON.parse(counted.text)).toMatchObject({ status: 503, code: "unavailable" });
  for (const path of [
    "/api/v1/campaigns/microsoft-ice",
    "/api/v1/campaigns/microsoft-ice/series",
    "/api/v1/organizer/campaigns/microsoft-ice/queues",
  ]) {
    const answer = await summaryOf(
      await site.get(path, { authorization: `Bearer undersigned_${"x".repeat(43)}` }),
    );
    expect([path, answer]).toMatchObject([path, { ...unavailable, type: "application/problem+json" }]);
    expect(JSON.parse(answer.text), path).toMatchObject({ status: 503, code: "unavailable" });
  }

  const oneClick = await fetch(site.url + unsubscribe, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(await summaryOf(oneClick)).toMatchObject({ ...unavailable, type: "text/plain" });

  const body = JSON.stringify(aPayload("delivered", link.publicId, new Date()));
  const webhook = await fetch(`${site.url}/webhooks/resend`, {
    method: "POST",
    headers: signWebhook(webhookSecret, body, {}),
    body,
  });
  expect(await summaryOf(webhook)).toMatchObject({ ...unavailable, type: "text/plain" });

  const typed = {
    name: "Ana",
    email: anAddress(),
    country: "US",
    consent_sign: "on",
    comment: "Kept <words>",
  };
  for (const form of ["sign", "pledge", "letter"]) {
    const answer = await summaryOf(await site.post(`/es${campaign}/${form}?from=x`, typed, page));
    expect([form, answer]).toEqual([form, { ...unavailable, type: "text/html", text: expect.any(String) }]);
    expect(answer.text).toContain('<html lang="es"');
    expect(answer.text).toContain(`<form method="post" action="/es${campaign}/${form}?from=x">`);
    expect(hiddenFieldsOf(answer.text)).toEqual({ ...typed, comment: "Kept &lt;words&gt;" });
    expect(answer.text).toContain("<dd>Kept &lt;words&gt;</dd>");
  }

  await back();
  await expect.poll(async () => (await site.get("/readyz")).status, { timeout: 15_000 }).toBe(200);
  expect((await site.post(`${campaign}/sign`, typed)).status).toBe(303);
  expect((await site.get(campaign)).status).toBe(200);
}, 60_000);
