import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addressDayKeys, emailBatches, emailEvents, outbox, supporters } from "#db/schema/index.ts";
import { aCampaign, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anotherWaitingMail } from "#tests/support/outbox.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { anUpdate } from "#tests/support/updates.ts";

const db = await aDatabase();
const later = new Date("2026-10-03T00:00:00Z");
const update = await anUpdate(db, await aCampaign(db));

type BatchValues = Partial<typeof emailBatches.$inferInsert>;

const insertBatch = (values: BatchValues = {}) =>
  causeOf(
    storeRow(db, emailBatches, {
      updateId: update.id,
      emailIds: [3, 1, 2],
      templateVersion: "2026-11",
      transport: "resend",
      bodySha256: randomBytes(32),
      idempotencyKey: `batch-${randomBytes(16).toString("hex")}`,
      ...values,
    }),
  );

test("a batch keeps its mails in order, from one to a hundred", async () => {
  const idempotencyKey = "batch-of-three-in-order";
  expect(await insertBatch({ idempotencyKey })).toBeNull();
  const [batch] = await db.select().from(emailBatches).where(eq(emailBatches.idempotencyKey, idempotencyKey));
  expect(batch?.emailIds).toEqual([3, 1, 2]);

  const refused = { constraint: "email_batches_size" };
  const ids = (length: number) => Array.from({ length }, (_, index) => index + 1);
  expect(await insertBatch({ emailIds: [] })).toMatchObject(refused);
  expect(await insertBatch({ emailIds: ids(101) })).toMatchObject(refused);
  expect(await insertBatch({ emailIds: [1, null as never] })).toMatchObject(refused);
  expect(await insertBatch({ emailIds: ids(100) })).toBeNull();
});

test("an idempotency key is used for one batch", async () => {
  const idempotencyKey = "batch-of-a-key-of-its-own";
  expect(await insertBatch({ idempotencyKey })).toBeNull();
  expect(await insertBatch({ idempotencyKey })).toBreak("email_batches_idempotency_key_unique");
  for (const refused of ["short", "a".repeat(257), "batch of a key with spaces"]) {
    expect(await insertBatch({ idempotencyKey: refused })).toBreak("email_batches_key_shape");
  }
});

test("a batch says which bytes it froze, by which template and for which transport", async () => {
  expect(await insertBatch({ bodySha256: randomBytes(31) })).toBreak("email_batches_sha256_length");
  expect(await insertBatch({ templateVersion: "" })).toBreak("email_batches_template_version_given");
  expect(await insertBatch({ transport: "a pigeon" })).toBreak("email_batches_transport_known");
});

test("a batch is settled when and only when it says since when", async () => {
  const refused = { constraint: "email_batches_settled_has_time" };
  expect(await insertBatch({ state: "accepted" })).toMatchObject(refused);
  expect(await insertBatch({ settledAt: later })).toMatchObject(refused);
  expect(await insertBatch({ state: "unknown", settledAt: later })).toBeNull();
});

test("an event of a mail is stored once, and may be of a mail that nobody knows", async () => {
  const event = { svixId: "msg_2abc", type: "email.delivered", occurredAt: later };
  const insert = (values: Partial<typeof emailEvents.$inferInsert>) =>
    causeOf(db.insert(emailEvents).values({ ...event, ...values }));
  expect(await insert({})).toBeNull();
  expect(await insert({})).toMatchObject({ constraint: "email_events_svix_id_unique" });
  expect(await insert({ svixId: "ana@example.org" })).toBreak("email_events_svix_id_shape");
  expect(await insert({ svixId: "msg_2", type: "ana@example.org bounced" })).toMatchObject({
    constraint: "email_events_type_shape",
  });
});

test("the events of a person's mails go with the person", async () => {
  const { id, supporter } = await anotherWaitingMail(db);
  await storeRow(db, emailEvents, { svixId: "msg_3", type: "email.sent", occurredAt: later, emailId: id });
  await db.delete(supporters).where(eq(supporters.id, supporter.id));
  expect(await db.$count(outbox, eq(outbox.id, id))).toBe(0);
  expect(await db.$count(emailEvents, eq(emailEvents.svixId, "msg_3"))).toBe(0);
});

test("a day has one key for address blocks, of 256 bits, and no other day has the same", async () => {
  const insert = (day: string, key: Buffer) => causeOf(db.insert(addressDayKeys).values({ day, key }));
  const key = randomBytes(32);
  expect(await insert("2026-10-01", key)).toBeNull();
  expect(await insert("2026-10-01", randomBytes(32))).toMatchObject({ constraint: "address_day_keys_pkey" });
  expect(await insert("2026-10-02", key)).toMatchObject({ constraint: "address_day_keys_key_unique" });
  expect(await insert("2026-10-02", randomBytes(16))).toBreak("address_day_keys_are_256_bits");
});
