// The stand-in for Resend's API with the official client: each answer becomes what the client documents.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CreateBatchOptions, type CreateEmailOptions, Resend } from "resend";
import { expect, onTestFinished, test } from "vitest";
import { byChance, createProvider, type ProviderOptions } from "#tests/support/resend-provider.mjs";

const mail = (to: string, values: Partial<CreateEmailOptions> = {}) =>
  ({
    from: "Sample Campaign <news@campaign.test>",
    to: [to],
    subject: "What happened this month",
    text: "Two things happened.",
    ...values,
  }) as CreateEmailOptions;

const mails = (size: number) =>
  Array.from({ length: size }, (_, n) => mail(`person-${n}@example.org`)) as CreateBatchOptions;

async function aProvider(options: ProviderOptions = {}, apiKey = "re_sample") {
  const provider = createProvider({ perSecond: 1000, ...options });
  const baseUrl = await provider.listen();
  onTestFinished(provider.close);
  return { provider, baseUrl, client: new Resend(apiKey, { baseUrl }) };
}

test("a mail and a batch are accepted with an id each, and the ledger knows who got them", async () => {
  const moment = Date.now();
  const { provider, client } = await aProvider({ now: () => moment });
  const one = await client.emails.send(mail("Zoe <zoe@example.org>"), { idempotencyKey: "one" });
  expect(one).toMatchObject({ error: null, data: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  const many = await client.batch.send(mails(100), { idempotencyKey: "many" });
  expect(many.error).toBeNull();
  expect(many.data?.data).toHaveLength(100);

  expect(provider.ledger.size).toBe(101);
  expect(provider.ledger.get("zoe@example.org")).toMatchObject([{ key: "one", id: one.data?.id }]);
  expect(many.headers).toMatchObject({
    "ratelimit-limit": "1000",
    "ratelimit-remaining": "998",
    "ratelimit-reset": "1",
  });
});

test("a repeated key and body give the same answer and no second email", async () => {
  const { provider, client } = await aProvider({
    behave: ({ attempt }) => (["500-after", "reset-after", "truncated"] as const)[attempt - 1] ?? "ok",
  });
  const send = () => client.batch.send(mails(3), { idempotencyKey: "again" });
  expect((await send()).error).toMatchObject({ statusCode: 500, name: "internal_server_error" });
  expect((await send()).error).toMatchObject({ statusCode: null, name: "application_error" });
  expect((await send()).error).toMatchObject({ statusCode: null, name: "application_error" });
  const [last, once] = [await send(), await send()];
  expect(last.data).toEqual(once.data);
  expect(provider.delivered).toHaveLength(3);
});

test("a key is taken for one body for 24 hours, and free after them", async () => {
  let now = Date.now();
  const { provider, client } = await aProvider({ now: () => now });
  await client.batch.send(mails(2), { idempotencyKey: "kept" });
  now += 23 * 3600_000;
  expect((await client.batch.send(mails(3), { idempotencyKey: "kept" })).error).toMatchObject({
    statusCode: 409,
    name: "invalid_idempotent_request",
  });
  now += 2 * 3600_000;
  expect((await client.batch.send(mails(3), { idempotencyKey: "kept" })).error).toBeNull();
  expect(provider.delivered).toHaveLength(5);
});

test("a key under way is refused, then answers as its first call did", async () => {
  const { provider, client } = await aProvider({ latency: 100 });
  const first = client.batch.send(mails(2), { idempotencyKey: "slow" });
  await expect.poll(() => provider.calls.length).toBe(1);
  expect((await client.batch.send(mails(2), { idempotencyKey: "slow" })).error).toMatchObject({
    statusCode: 409,
    name: "concurrent_idempotent_requests",
  });
  const answered = await first;
  expect((await client.batch.send(mails(2), { idempotencyKey: "slow" })).data).toEqual(answered.data);
  expect(provider.delivered).toHaveLength(2);
});

test("a key longer than 256 characters is refused", async () => {
  const { client } = await aProvider();
  expect(
    (await client.emails.send(mail("zoe@example.org"), { idempotencyKey: "k".repeat(257) })).error,
  ).toMatchObject({ statusCode: 400, name: "invalid_idempotency_key" });
  expect(
    (await client.emails.send(mail("zoe@example.org"), { idempotencyKey: "k".repeat(256) })).error,
  ).toBeNull();
});

test("one bad address refuses a batch; permissive takes the others and names it", async () => {
  const { provider, client } = await aProvider();
  const bad = [
    mail("ana@example.org"),
    mail("not-an-address"),
    mail("zoe@example.org"),
  ] as CreateBatchOptions;
  const strict = await client.batch.send(bad, { idempotencyKey: "strict" });
  expect(strict).toMatchObject({ data: null, error: { statusCode: 422, name: "validation_error" } });
  expect(provider.delivered).toEqual([]);

  const permissive = await client.batch.send(bad, {
    idempotencyKey: "permissive",
    batchValidation: "permissive",
  });
  expect(permissive.error).toBeNull();
  expect(permissive.data).toMatchObject({
    data: [{ id: expect.any(String) }, { id: expect.any(String) }],
    errors: [{ index: 1, message: expect.stringContaining("`to`") }],
  });
  expect([...provider.ledger.keys()]).toEqual(["ana@example.org", "zoe@example.org"]);
});

test.each<[string, CreateBatchOptions, string]>([
  ["more than a hundred mails", mails(101), "validation_error"],
  [
    "an attachment",
    [mail("zoe@example.org", { attachments: [{ filename: "a", content: "YQ==" }] })],
    "validation_error",
  ],
  [
    "a time to send at",
    [mail("zoe@example.org", { scheduledAt: "2030-01-01T00:00:00Z" })],
    "validation_error",
  ],
  [
    "a tag with a space",
    [mail("zoe@example.org", { tags: [{ name: "a b", value: "c" }] })],
    "validation_error",
  ],
  ["no subject", [{ ...mail("zoe@example.org"), subject: undefined } as never], "missing_required_field"],
  [
    "neither text nor html",
    [{ ...mail("zoe@example.org"), text: undefined } as never],
    "missing_required_field",
  ],
  ["a sender that is none", [{ ...mail("zoe@example.org"), from: "Campaign" }], "invalid_from_address"],
])("a batch with %s is refused", async (_what, batch, name) => {
  const { provider, client } = await aProvider();
  expect((await client.batch.send(batch)).error).toMatchObject({ statusCode: 422, name });
  expect(provider.delivered).toEqual([]);
});

test("a body that is no list, or no JSON, is refused", async () => {
  const { baseUrl } = await aProvider();
  const post = (body: string) =>
    fetch(`${baseUrl}/emails/batch`, {
      method: "POST",
      headers: { authorization: "Bearer re_sample" },
      body,
    });
  expect((await post("{}")).status).toBe(422);
  expect(await (await post("[{")).json()).toMatchObject({ statusCode: 400, name: "validation_error" });
});

test("a call needs a key that is known, a path and a method", async () => {
  const { baseUrl, client } = await aProvider({ apiKeys: ["re_right"] }, "re_wrong");
  expect((await client.emails.send(mail("zoe@example.org"))).error).toMatchObject({
    statusCode: 403,
    name: "invalid_api_key",
  });
  const ask = async (path: string, method: string, headers = {}) =>
    (await fetch(baseUrl + path, { method, headers })).json();
  expect(await ask("/emails", "POST")).toMatchObject({ statusCode: 401, name: "missing_api_key" });
  expect(await ask("/elsewhere", "POST")).toMatchObject({ statusCode: 404, name: "not_found" });
  expect(await ask("/emails", "GET")).toMatchObject({ statusCode: 405, name: "method_not_allowed" });
});

test("calls above a key's limit are refused until the next second", async () => {
  let now = 1_000_000_000_000;
  const { baseUrl, provider, client } = await aProvider({ perSecond: 2, now: () => now });
  const other = new Resend("re_other", { baseUrl });
  const send = (by: Resend) => by.emails.send(mail("zoe@example.org"));
  await send(client);
  expect((await send(client)).headers).toMatchObject({ "ratelimit-remaining": "0" });
  const refused = await send(client);
  expect(refused.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
  expect(refused.headers).toMatchObject({
    "retry-after": "1",
    "ratelimit-limit": "2",
    "ratelimit-remaining": "0",
  });
  expect((await send(other)).error).toBeNull();
  now += 1000;
  expect((await send(client)).error).toBeNull();
  expect(provider.busiest().byClock).toBe(3);
});

test("a quota that is used up refuses what would go beyond it, whole", async () => {
  const daily = await aProvider({ dailyQuota: 150 });
  expect((await daily.client.batch.send(mails(100))).error).toBeNull();
  expect((await daily.client.batch.send(mails(51))).error).toMatchObject({
    statusCode: 429,
    name: "daily_quota_exceeded",
  });
  expect(daily.provider.delivered).toHaveLength(100);
  const monthly = await aProvider({ monthlyQuota: 10 });
  expect((await monthly.client.batch.send(mails(11))).error).toMatchObject({
    name: "monthly_quota_exceeded",
  });
});

test.each([
  ["500-before", { statusCode: 500 }],
  ["reset-before", { statusCode: null, name: "application_error" }],
  ["rate-limit", { statusCode: 429, name: "rate_limit_exceeded" }],
  ["quota", { statusCode: 429, name: "daily_quota_exceeded" }],
  ["monthly-quota", { statusCode: 429, name: "monthly_quota_exceeded" }],
  ["bad-key", { statusCode: 403, name: "invalid_api_key" }],
  ["concurrent", { statusCode: 409, name: "concurrent_idempotent_requests" }],
  ["invalid-key-reuse", { statusCode: 409, name: "invalid_idempotent_request" }],
  ["refused", { statusCode: 422, name: "validation_error" }],
  ["hang-before", { statusCode: null, name: "application_error" }],
] as const)("after %s nothing was taken", async (behaviour, error) => {
  const { provider, client } = await aProvider({ behave: () => behaviour, hangFor: 50 });
  expect((await client.batch.send(mails(2), { idempotencyKey: "k" })).error).toMatchObject(error);
  expect(provider.delivered).toEqual([]);
});

test.each(["500-after", "reset-after", "truncated", "hang"] as const)(
  "after %s the mails were taken though the client knows no answer",
  async (behaviour) => {
    const { provider, client } = await aProvider({ behave: () => behaviour, hangFor: 50 });
    expect((await client.batch.send(mails(2), { idempotencyKey: "k" })).data).toBeNull();
    expect(provider.delivered).toHaveLength(2);
  },
);

test("a hanging call ends when its client gives up", async () => {
  const { client } = await aProvider({ behave: () => "hang-before" });
  const signal = AbortSignal.timeout(50);
  expect((await client.batch.send(mails(1), { idempotencyKey: "k", signal })).error).toMatchObject({
    statusCode: null,
    name: "application_error",
  });
});

test("when it counts alone, mails and keys are counted and repeated keys are none", async () => {
  const { provider, client } = await aProvider({ countOnly: true });
  const tricky = [mail("zoe@example.org", { text: 'a text that says "to":["x"]' }), mail("ana@example.org")];
  const first = await client.batch.send(tricky as CreateBatchOptions, { idempotencyKey: "k" });
  const again = await client.batch.send(tricky as CreateBatchOptions, { idempotencyKey: "k" });
  expect(first.data?.data).toHaveLength(2);
  expect(again.data).toEqual(first.data);
  expect(provider.counted.mails).toBe(2);
});

test("chance is the same for the same seed and has the shares it was given", () => {
  const draw = (seed: number) => {
    const behave = byChance(seed, { "500-before": 0.05, hang: 0.01 });
    return Array.from({ length: 20_000 }, () => behave({} as never));
  };
  const drawn = draw(7);
  expect(draw(7)).toEqual(drawn);
  expect(draw(8)).not.toEqual(drawn);
  const share = (of: string) => drawn.filter((behaviour) => behaviour === of).length / drawn.length;
  expect(share("500-before")).toBeCloseTo(0.05, 2);
  expect(share("hang")).toBeCloseTo(0.01, 2);
});

test("accepted mails are told of, signed as Svix signs", async () => {
  const secret = `whsec_${Buffer.from("0123456789abcdef0123456789abcdef").toString("base64")}`;
  const webhooks: { headers: Record<string, unknown>; body: string }[] = [];
  const receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    webhooks.push({ headers: request.headers, body });
    response.end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void receiver.close());
  await new Promise((listening) => receiver.once("listening", listening));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks/resend`;
  const { provider, client } = await aProvider({
    webhook: { url, secret, types: () => ["email.sent", "email.delivered"] },
  });
  const sent = await client.emails.send(
    mail("zoe@example.org", { tags: [{ name: "delivery", value: "0b9fb1de" }] }),
  );
  await provider.settleWebhooks();

  expect(webhooks).toHaveLength(2);
  for (const { headers, body } of webhooks) {
    const signed = `${headers["svix-id"]}.${headers["svix-timestamp"]}.${body}`;
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    expect(headers["svix-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
    expect(JSON.parse(body)).toMatchObject({
      data: { email_id: sent.data?.id, to: ["zoe@example.org"], tags: { delivery: "0b9fb1de" } },
    });
  }
  expect(new Set(webhooks.map(({ body }) => JSON.parse(body).type))).toEqual(
    new Set(["email.sent", "email.delivered"]),
  );
});
