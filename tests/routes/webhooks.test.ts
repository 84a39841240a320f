import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { Resend } from "resend";
import { expect, test } from "vitest";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { ConfigurationError, readEnv } from "#app/lib/env.server.ts";
import { action } from "#app/routes/api/webhooks/vendor/route.ts";
import { emailEvents, outbox, suppressions } from "#db/schema/index.ts";
import { aPayload } from "#tests/support/mail-events.ts";
import { anotherWaitingMail } from "#tests/support/outbox.ts";
import { signWebhook } from "#tests/support/resend-provider.mjs";
import { aSite } from "#tests/support/site.ts";

const aSecret = () => `whsec_${randomBytes(24).toString("base64")}`;
const [newSecret, oldSecret, otherSecret] = [aSecret(), aSecret(), aSecret()];
const password = randomBytes(24).toString("hex");
const site = await aSite({
  RESEND_WEBHOOK_SECRET: `${newSecret}, ${oldSecret}`,
  POSTMARK_WEBHOOK_SECRET: password,
});
const began = new Date("2100-01-01T00:00:00Z");

const post = (body: string, headers: Record<string, string>) =>
  fetch(`${site.url}/webhooks/resend`, { method: "POST", headers, body });
const signed = (body: string, secret = newSecret, options = {}) => signWebhook(secret, body, options);
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

async function aMail() {
  const { id, publicId } = await anotherWaitingMail(site.db);
  // The worker may be about to send it: only after its claim does it stay as set here.
  const unclaimed = and(eq(outbox.id, id), ne(outbox.state, "claimed"));
  const set = () =>
    site.db.update(outbox).set({ state: "unknown" }).where(unclaimed).returning({ id: outbox.id });
  await expect.poll(set).toEqual([{ id }]);
  const body = JSON.stringify(aPayload("delivered", publicId, began));
  const stateNow = async () => {
    const [row] = await site.db.select().from(outbox).where(eq(outbox.id, id));
    return row?.state;
  };
  return { publicId, body, stateNow };
}

test("a signed report is stored and moves its mail, and is told again without effect", async () => {
  const { body, stateNow } = await aMail();
  const headers = signed(body);
  new Resend("re_test").webhooks.verify({
    payload: body,
    webhookSecret: newSecret,
    headers: {
      id: headers["svix-id"],
      timestamp: headers["svix-timestamp"],
      signature: headers["svix-signature"],
    },
  });
  const answer = await post(body, headers);
  expect([answer.status, await answer.text(), answer.headers.get("set-cookie")]).toEqual([
    200,
    "stored",
    null,
  ]);
  expect(await stateNow()).toBe("delivered");
  const again = await post(body, headers);
  expect([again.status, await again.text()]).toEqual([200, "repeated"]);
});

test("while a secret is changed, what either signed is taken, alone or among others", async () => {
  const { publicId } = await aMail();
  const by = (...secrets: string[]) => {
    const body = JSON.stringify(aPayload("delayed", publicId, began));
    const id = `msg_${randomUUID()}`;
    const all = secrets.map((secret) => signed(body, secret, { id })["svix-signature"]);
    return post(body, { ...signed(body, newSecret, { id }), "svix-signature": all.join(" ") });
  };
  expect((await by(oldSecret)).status).toBe(200);
  expect((await by(newSecret)).status).toBe(200);
  expect((await by(newSecret, oldSecret)).status).toBe(200);
  expect((await by(otherSecret, oldSecret)).status).toBe(200);
  expect((await by(otherSecret)).status).toBe(400);
});

test("what is not signed by the provider, or not now, is refused and stored nowhere", async () => {
  const { body, stateNow } = await aMail();
  const good = signed(body);
  const without = (name: keyof typeof good) => {
    const { [name]: _, ...rest } = good;
    return rest;
  };
  const before = await site.db.$count(emailEvents);
  const refused = [
    post(body.replace("delivered", "complained"), good),
    post(`${body} `, good),
    post(body, { ...good, "svix-id": "msg_other" }),
    post(body, { ...good, "svix-timestamp": String(Number(good["svix-timestamp"]) + 1) }),
    post(body, signed(body, newSecret, { at: ago(310) })),
    post(body, signed(body, newSecret, { at: ago(-310) })),
    post(body, signed(body, otherSecret)),
    post(body, signed(body, newSecret, { id: "msg id" })),
    post(body, { ...good, "svix-signature": good["svix-signature"].replace("v1,", "v2,") }),
    post(body, { ...good, "svix-signature": "v1," }),
    post(body, { ...good, "svix-signature": "v1,AAAA v1 , ,v1" }),
    post(body, { ...good, "svix-timestamp": "1e9" }),
    post(body, without("svix-id")),
    post(body, without("svix-timestamp")),
    post(body, without("svix-signature")),
    post(body, {}),
    post("no JSON", signed("no JSON")),
  ];
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual(refused.map(() => 400));
  expect(await site.db.$count(emailEvents)).toBe(before);
  expect(await stateNow()).toBe("unknown");

  expect((await post(body, signed(body, newSecret, { at: ago(290) }))).status).toBe(200);
  expect(await stateNow()).toBe("delivered");
});

test("types that tell nothing of a mail are taken and not kept", async () => {
  const before = await site.db.$count(emailEvents);
  const { publicId } = await aMail();
  const payload = aPayload("delivered", publicId, began);
  for (const type of ["email.opened", "email.clicked", "contact.created", "something.new"]) {
    const body = JSON.stringify({ ...payload, type });
    const answer = await post(body, signed(body));
    expect([answer.status, await answer.text()]).toEqual([200, "ignored"]);
  }
  expect(await site.db.$count(emailEvents)).toBe(before);
});

test("without a secret there is no such address, and what is no secret stops the process", async () => {
  const context = { env: { mail: { webhooks: { resend: [] } } } } as unknown as AppLoadContext;
  const request = new Request("http://localhost/webhooks/resend", { method: "POST", body: "{}" });
  await expect(action({ request, context, params: { vendor: "resend" } })).rejects.toMatchObject({
    status: 404,
  });

  const secretsIn = (text: string) =>
    readEnv("/nowhere", () => "a-secret-for-tests-that-is-long-enough-0001", { RESEND_WEBHOOK_SECRET: text })
      .mail.webhooks.resend;
  expect(secretsIn("")).toEqual([]);
  expect(secretsIn(` ${newSecret} ,, ${oldSecret.slice("whsec_".length)}`)).toHaveLength(2);
  expect(() => secretsIn("whsec_change-me")).toThrow(ConfigurationError);
  expect(() => secretsIn("whsec_")).toThrow(ConfigurationError);
});

test("Postmark's report of a bounce moves its mail and stops others to its address", async () => {
  const { publicId, stateNow } = await aMail();
  const bounce = JSON.stringify({
    RecordType: "Bounce",
    Type: "HardBounce",
    ID: 42,
    MessageID: randomUUID(),
    Metadata: { delivery: publicId },
    BouncedAt: began.toISOString(),
  });
  const postBy = (secret: string, vendor = "postmark") =>
    fetch(`${site.url}/webhooks/${vendor}`, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`postmark:${secret}`).toString("base64")}` },
      body: bounce,
    });
  const before = await site.db.$count(suppressions);
  expect((await postBy("another")).status).toBe(400);
  for (const vendor of ["mailgun", "pigeon", "constructor", "toString"])
    expect((await postBy(password, vendor)).status).toBe(404);
  expect(await stateNow()).toBe("unknown");
  for (const text of ["stored", "repeated"]) {
    const answer = await postBy(password);
    expect([answer.status, await answer.text()]).toEqual([200, text]);
  }
  expect(await stateNow()).toBe("bounced");
  expect(await site.db.$count(suppressions)).toBe(before + 1);

  const secretsIn = (text: string) => () =>
    readEnv("/nowhere", () => "x".repeat(40), { POSTMARK_WEBHOOK_SECRET: text });
  expect(secretsIn("too-short")).toThrow(/POSTMARK_WEBHOOK_SECRET is shorter than 32/);
});

test("only POST is answered, and a body that is too large is not read", async () => {
  for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
    const answer = await fetch(`${site.url}/webhooks/resend`, { method });
    expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, "POST"]);
  }
  const { publicId, stateNow } = await aMail();
  const payload = aPayload("delivered", publicId, began);
  const ofSize = (size: number) =>
    JSON.stringify({ ...payload, data: { ...payload.data, text: "x".repeat(size) } });
  const large = ofSize(250_000);
  expect((await post(large, signed(large))).status).toBe(200);
  expect(await stateNow()).toBe("delivered");
  const tooLarge = ofSize(270_000);
  expect((await post(tooLarge, signed(tooLarge))).status).toBe(413);
});

test("a signed report of a time that cannot be is stored under the time of its signature", async () => {
  const { publicId, stateNow } = await aMail();
  for (const created_at of ["+275000-01-01T00:00:00.000Z", "-005000-01-01T00:00:00.000Z"]) {
    const body = JSON.stringify({ ...aPayload("delivered", publicId, began), created_at });
    expect((await post(body, signed(body))).status).toBe(200);
  }
  expect(await stateNow()).toBe("delivered");
});

test("many reports at once, shuffled and repeated, end as what is strongest in them", async () => {
  const mails = await Promise.all(Array.from({ length: 25 }, aMail));
  const webhooks = mails.flatMap(({ publicId }, mail) => {
    const fates = (["accepted", "delayed", "delivered", "complained"] as const).slice(0, 1 + (mail % 4));
    return fates.flatMap((fate, place) => {
      const body = JSON.stringify(aPayload(fate, publicId, new Date(began.getTime() + place * 1000)));
      const headers = signed(body);
      return [0, 1, 2].map((time) => ({ body, headers, order: (mail * 7 + place * 13 + time * 29) % 31 }));
    });
  });
  webhooks.sort((a, b) => a.order - b.order);
  const statuses = new Set<number>();
  const worker = async () => {
    for (let one = webhooks.shift(); one; one = webhooks.shift())
      statuses.add((await post(one.body, one.headers)).status);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect([...statuses]).toEqual([200]);
  const states = await Promise.all(mails.map(({ stateNow }) => stateNow()));
  expect(states).toEqual(
    mails.map((_, mail) => ["accepted", "delayed", "delivered", "complained"][mail % 4]),
  );
  const [found] = await site.db.execute<{ rows: number }>(sql`
    select count(*)::int as rows from email_events e where e::text like '%@%'`);
  expect(found?.rows).toBe(0);
});
