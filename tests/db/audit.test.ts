import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkSeals } from "#app/domain/record/check-seals.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import type { Db } from "#db/index.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { causeOf } from "#tests/support/refusals.ts";

const at = new Date("2026-10-02T00:00:00Z");

async function entries(db: Db, n: number) {
  for (let i = 0; i < n; i++) {
    const entry = {
      actor: "operator",
      action: "organizer-invited",
      campaignId: null,
      subject: null,
    } as const;
    await recordAudit(db, { ...entry, detail: { i } }, at);
  }
}

/** Changes rows as only a superuser can: with triggers disabled. */
async function tamper(db: Db, statement: string) {
  const superuser = openAs("superuser", db);
  await superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql.raw(statement));
  });
}

const changes = [
  "update audit_entries set detail = '{}'",
  "delete from audit_entries",
  "truncate audit_entries",
  "update audit_seals set sha256 = ''",
  "delete from audit_seals",
  "truncate audit_seals",
];

for (const role of ["owner", "app"] as const) {
  test(`the ${role} cannot change, delete or truncate the audit log`, async () => {
    const db = await aDatabase();
    await entries(db, 2);
    await sealAuditEntries(db);
    const asRole = role === "app" ? openAs("app", db) : db;
    for (const change of changes) {
      const refusal = await causeOf(asRole.execute(sql.raw(change)));
      expect([change, refusal?.code]).toEqual([change, "42501"]);
    }
    expect(await db.execute(sql`select 1 from audit_entries where detail <> '{}'`)).toHaveLength(2);
    expect(await db.execute(sql`select 1 from audit_seals`)).toHaveLength(1);
  });
}

test("the product's role adds and seals entries, and cannot forge a seal", async () => {
  const db = await aDatabase();
  const app = openAs("app", db);
  await entries(app, 3);
  expect(await sealAuditEntries(app)).toBe(3);
  expect(await sealAuditEntries(app)).toBe(0);
  expect(await checkSeals(app)).toMatchObject({ seals: 1, broken: [], unsealed: 0 });

  const forged = sql`insert into audit_seals (from_id, to_id, sha256, previous) values (4, 9, '', '')`;
  expect(await causeOf(app.execute(forged))).toMatchObject({ code: "42501" });
});

test("seals chain, and entries after the newest are told as unsealed", async () => {
  const db = await aDatabase();
  for (const n of [2, 1, 3]) {
    await entries(db, n);
    await sealAuditEntries(db);
  }
  await entries(db, 2);
  const check = await checkSeals(db);
  expect(check).toMatchObject({ seals: 3, broken: [], unsealed: 2 });
  expect(check.newest).toMatch(/^[0-9a-f]{64}$/);
});

test("an entry that was changed, removed or slipped in breaks its seal and no other", async () => {
  for (const statement of [
    `update audit_entries set detail = '{"i": 9}' where id = 2`,
    "delete from audit_entries where id = 2",
    "update audit_entries set at = at + interval '1 microsecond' where id = 2",
  ]) {
    const db = await aDatabase();
    await entries(db, 3);
    await sealAuditEntries(db);
    await entries(db, 2);
    await sealAuditEntries(db);
    await tamper(db, statement);
    expect((await checkSeals(db)).broken, statement).toEqual([
      { id: 1, fromId: 1, toId: 3, problem: "altered" },
    ]);
  }
});

test("a removed or remade seal breaks the chain after it", async () => {
  const db = await aDatabase();
  for (const n of [2, 2, 2]) {
    await entries(db, n);
    await sealAuditEntries(db);
  }
  await tamper(
    db,
    `with changed as (update audit_entries set detail = '{"i": 9}' where id = 1 returning id)
     select 1 from changed`,
  );
  await tamper(
    db,
    "update audit_seals set sha256 = audit_digest(previous, from_id, to_id, form) where id = 1",
  );
  expect((await checkSeals(db)).broken).toMatchObject([{ id: 2, problem: "unchained" }]);

  await tamper(db, "delete from audit_seals where id = 2");
  expect((await checkSeals(db)).broken).toMatchObject([{ id: 3, problem: "unchained" }]);
});

test("the digest does not depend on a session's settings", async () => {
  const db = await aDatabase();
  await entries(db, 2);
  await sealAuditEntries(db);
  const broken = await db.transaction(async (tx) => {
    await tx.execute(sql`set local timezone = 'Asia/Kathmandu'`);
    await tx.execute(sql`set local datestyle = 'German'`);
    await tx.execute(sql`set local bytea_output = 'escape'`);
    return (await checkSeals(tx)).broken;
  });
  expect(broken).toEqual([]);
});
