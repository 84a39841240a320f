// A person who was deleted, by any path, is not brought back by what was read before, and is in nothing kept.
import { randomBytes } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { neverWritePledge } from "#app/domain/entries/pledges/pending-pledges.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { neverWrite } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { sweepMailFiles } from "#app/domain/outbox/outcomes/sweep-mail-files.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { type ExportFilter, usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { wipeExpired } from "#app/domain/outgoing/exports/wipe-exports.server.ts";
import { eraseAddress } from "#app/domain/upkeep/erasure/erase-address.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { reapplyErasures } from "#app/domain/upkeep/erasure/reapply-erasures.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import type { ErasureLine } from "#app/lib/erasure-record.ts";
import type { MailFiles } from "#app/mail/transport.ts";
import { makeExports } from "#app/tasks/index.ts";
import {
  campaigns,
  consents,
  imports,
  listExports,
  signatures,
  supporters,
  waitingForms,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys as keys, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingKept } from "#tests/support/everything-stored.ts";
import { aFileHandedIn, agreed, found, importedAt, scopeOf, tried, work } from "#tests/support/imports.ts";
import { aFileMailing, silent } from "#tests/support/mail.ts";
import { aMeeting, aPledge } from "#tests/support/pledges.ts";
import { keepSignature, sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const never = new AbortController().signal;
const anAddress = (prefix = "p") => `${prefix}-${randomBytes(5).toString("hex")}@example.org`;
const isStored = async (email: string) =>
  (await db.$count(supporters, eq(supporters.emailCanonical, email))) > 0;
const noFiles: MailFiles = { list: async () => [], remove: async () => {} };
const ports = { keys, record: async () => {}, removeMails: async () => {} };

type Campaign = Awaited<ReturnType<typeof aCampaign>>;

/** Someone who signed by a form, and confirmed if they are proved. */
async function aSigner(campaign: Campaign, { to = anAddress(), proved = true, now = new Date() } = {}) {
  await sign(db, aSignatureInput(campaign, { to, consents: ["sign", "updates"] }), now);
  const [row] = await db.execute<{ person: string; id: number; signature: string }>(sql`
    select p.public_id as person, p.id::float8 as id, s.public_id as signature
    from supporters p join signatures s on s.supporter_id = p.id
    where p.email_canonical = ${to} and s.campaign_id = ${campaign.id}`);
  if (!row) throw new Error("nobody signed");
  if (proved) await confirmSignature(db, keys, row.signature, now);
  return { ...row, to, campaign };
}
type Signer = Awaited<ReturnType<typeof aSigner>>;

const erase = ({ person }: Signer, files = noFiles) =>
  eraseSupporter(db, { ...ports, removeMails: files.remove }, { publicId: person, actor: "supporter" });
const say = ({ signature }: Signer) => neverWrite(db, keys, signature);

const waiters = async () => {
  const waiting = await db.execute(sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return waiting.length;
};

/** Runs these while another transaction holds a lock, each once the one before waits for it. */
async function heldBy(lock: SQL, ...acts: (() => Promise<unknown>)[]) {
  const under = await db.transaction(async (tx) => {
    await tx.execute(lock);
    const running: Promise<unknown>[] = [];
    for (const act of acts) {
      running.push(act());
      await expect.poll(waiters, { interval: 10 }).toBe(running.length);
    }
    return { running };
  });
  await Promise.all(under.running);
}

const lockOf = ({ id }: Signer) => sql`select from supporters where id = ${id} for update`;
/** Closes a campaign long enough ago for its data to be erased. */
const close = ({ id }: Campaign) =>
  db
    .update(campaigns)
    .set({ status: "closed", closedAt: new Date(Date.now() - 70 * 86_400_000), retentionMonths: 1 })
    .where(eq(campaigns.id, id));

/** What the sealing of the audit log locks: an erasure waits for it once its person is deleted. */
const auditLock = sql`lock table audit_entries in share mode`;

/** A list that is tried, and is imported when the worker works. */
async function aListBegun(campaign: Campaign, ...addresses: string[]) {
  const rows = addresses.map((address) => `${address},Listed Person,US,yes`);
  const list = `email,name,country,newsletter\n${rows.join("\n")}\n`;
  const which = await aFileHandedIn(db, await scopeOf(db, campaign), list);
  await tried(db, which);
  await startImport(db, { ...which, agreed }, importedAt);
  return which;
}

const dayAfter = new Date(Date.now() + 25 * 3_600_000);

/** Each way in which a person goes, with who is proved, and what remains for a while. */
const ways: Record<
  string,
  { proved: boolean; listed?: boolean; go: (one: Signer, files: MailFiles) => Promise<unknown> }
> = {
  erased: { proved: true, go: erase },
  "said never": { proved: false, go: async (one, files) => files.remove((await say(one)).mails) },
  purged: {
    proved: false,
    go: async (_one, files) => {
      await db.update(signatures).set({ signedAt: sql`signed_at - interval '8 days'` });
      await db.execute(sql`update outbox set tried_at = tried_at - interval '8 days'`);
      await wipeExpired(db, dayAfter);
      await purgePending(db, files);
      await db.delete(waitingForms);
    },
  },
  "undone with their import": {
    proved: false,
    listed: true,
    go: async ({ campaign }, files) => {
      const [one] = await db.select().from(imports).where(eq(imports.campaignId, campaign.id));
      const { organizerId = null, publicId = "" } = one ?? {};
      await undoImport(db, { campaignId: campaign.id, organizerId, publicId }, importedAt);
      await work(db);
      await wipeExpired(db, dayAfter);
      await sweepMailFiles(db, files);
      await db.delete(waitingForms);
    },
  },
  "erased with their campaign": {
    proved: true,
    go: async ({ campaign }, files) => {
      await close(campaign);
      await eraseClosed(db, files);
      await db.delete(waitingForms);
    },
  },
};

for (const [way, { proved, listed = false, go }] of Object.entries(ways)) {
  test(`nothing stored or kept has the address of somebody who was ${way}`, async () => {
    const campaign = await aCampaign(db, organization);
    const mark = `unique-${randomBytes(6).toString("hex")}`;
    const to = `${mark}@example.org`;
    if (listed) {
      await aListBegun(campaign, to);
      await work(db);
    }
    const signer = listed
      ? { to, campaign, person: "", id: 0, signature: "" }
      : await aSigner(campaign, { to, proved });
    await keptFiles(campaign);
    await keepSignature(db, aSignatureInput(campaign, { to }));
    await db.update(waitingForms).set({ attempts: 1, dueAt: sql`now() + interval '1 hour'` });
    const { mailing, readAll } = await aFileMailing();
    await sendDueEmails(db, mailing, { log: silent });
    const everything = async () => {
      const mails = (await readAll()).map(({ to, text }) => JSON.stringify([to, text]));
      return [await everythingKept(db, keys), ...mails].join("\n");
    };
    expect((await everything()).split(mark).length).toBeGreaterThan(3);

    await go(signer, mailing.transport.files);
    const hex = Buffer.from(mark).toString("hex");
    const left = (await everything()).split("\n");
    expect(left.filter((line) => line.includes(mark) || line.includes(hex))).toEqual([]);
  });
}

test("an import does not bring back somebody who is being erased, in any spelling", async () => {
  const campaign = await aCampaign(db);
  const signer = await aSigner(campaign, { to: "samplerson@gmail.com" });
  const other = anAddress();
  const which = await aListBegun(
    campaign,
    "Sample.Person+news@googlemail.com",
    "s.amplerson+x@gmail.com",
    other,
  );
  await heldBy(
    auditLock,
    () => erase(signer),
    () => work(db),
  );
  expect(await isStored("samplerson@gmail.com")).toBe(false);
  expect(await isStored(other)).toBe(true);
  expect(await found(db, which)).toMatchObject({ state: "imported", refused: 1, added: 2 });
});

test("an import does not bring back or sign for somebody who is saying never", async () => {
  const campaign = await aCampaign(db);
  for (const proved of [false, true]) {
    const elsewhere = await aSigner(await aCampaign(db), { proved });
    const which = await aListBegun(campaign, elsewhere.to, anAddress());
    await heldBy(
      lockOf(elsewhere),
      () => say(elsewhere),
      () => work(db),
    );
    expect(await isStored(elsewhere.to)).toBe(proved);
    expect(await found(db, which)).toMatchObject({ refused: 1, added: 1 });
    const here = sql`supporter_id = ${elsewhere.id} and campaign_id = ${campaign.id}`;
    expect(await db.$count(signatures, here)).toBe(0);
    expect(await db.$count(consents, here)).toBe(0);
  }
});

test("an import takes in whom a purge deletes at that moment", async () => {
  const campaign = await aCampaign(db);
  const weekAgo = new Date(Date.now() - 8 * 86_400_000);
  const old = await aSigner(await aCampaign(db), { proved: false, now: weekAgo });
  const which = await aListBegun(campaign, old.to);
  const held = sql`select from signatures where public_id = ${old.signature} for update`;
  await heldBy(
    held,
    () => purgePending(db, noFiles),
    () => work(db),
  );
  expect(await isStored(old.to)).toBe(true);
  expect(await found(db, which)).toMatchObject({ added: 1, known: 0 });
});

const take = () => processForms(db, keys, { log: silent });

test("a form posted before its address was erased, or said never, brings nobody back", async () => {
  const campaign = await aCampaign(db);
  for (const [forget, proved] of [
    [erase, true],
    [erase, false],
    [say, false],
  ] as const) {
    const signer = await aSigner(campaign, { proved });
    const again = aSignatureInput(campaign, { to: signer.to });
    // A worker has it in hand, and waits for its person.
    await keepSignature(db, again);
    await heldBy(lockOf(signer), () => forget(signer), take);
    expect(await isStored(signer.to)).toBe(false);
    expect(await db.$count(waitingForms)).toBe(0);

    await sign(db, again);
    expect(await isStored(signer.to)).toBe(true);
  }
});

test("an erasure by address finds whom only a form names, waiting or in hand", async () => {
  const campaign = await aCampaign(db);
  const lines: ErasureLine[] = [];
  const record = async (line: ErasureLine) => void lines.push(line);
  const eraseIt = (to: string) => eraseAddress(db, { ...ports, record }, to);
  const nobody = anAddress();
  expect([await eraseIt(nobody), lines.length]).toEqual([{ outcome: "gone" }, 0]);

  const waiting = anAddress();
  await storeForm(db, keys, { kind: "resend", canonical: waiting, campaignId: campaign.id });
  await keepSignature(db, aSignatureInput(campaign, { to: waiting }));
  expect([await eraseIt(waiting), lines.length]).toEqual([{ outcome: "forms-erased" }, 1]);
  expect(await db.$count(waitingForms)).toBe(0);

  const inHand = anAddress();
  await keepSignature(db, aSignatureInput(campaign, { to: inHand }));
  await heldBy(sql`lock table signatures`, take, async () => expect(await eraseIt(inHand)).toEnd("erased"));
  await take();
  expect([await isStored(inHand), await db.$count(waitingForms)]).toEqual([false, 0]);
});

test("a group of forms leaves out the one whose person was erased while it was in hand", async () => {
  const campaign = await aCampaign(db);
  const [first, last] = [anAddress("a"), anAddress("z")];
  const signer = await aSigner(campaign, { to: anAddress("m") });
  for (const to of [first, signer.to, last]) await keepSignature(db, aSignatureInput(campaign, { to }));
  let taking: Promise<unknown> | undefined;
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`insert into supporters (email_canonical, email, name, country)
        values (${first}, ${first}, 'Held', 'US')`);
      taking = take();
      await expect.poll(waiters, { interval: 10 }).toBe(1);
      await erase(signer);
      tx.rollback();
    })
    .catch(() => {});
  await taking;
  expect(await Promise.all([first, signer.to, last].map(isStored))).toEqual([true, false, true]);
  expect(await db.$count(waitingForms)).toBe(0);
});

test("never drops what waits for its retry, of somebody proved too, and other kinds of forms", async () => {
  const campaign = await aCampaign(db);
  for (const proved of [false, true]) {
    const signer = await aSigner(campaign, { proved });
    await storeForm(db, keys, { kind: "resend", canonical: signer.to, campaignId: campaign.id });
    await keepSignature(db, aSignatureInput(campaign, { to: signer.to }));
    await db.update(waitingForms).set({ attempts: 1, dueAt: sql`now() + interval '1 hour'` });
    await say(signer);
    expect(await db.$count(waitingForms)).toBe(0);
    expect(await isStored(signer.to)).toBe(proved);
  }
});

test("a restored archive drops forms of whom was erased after it, and keeps those posted since", async () => {
  const campaign = await aCampaign(db);
  const records: ErasureLine[] = [];
  const noting = { ...ports, record: async (record: ErasureLine) => void records.push(record) };
  const [before, since] = [await aSigner(campaign), await aSigner(campaign)];
  await eraseSupporter(db, noting, { publicId: since.person, actor: "supporter" });
  for (const { to } of [before, since]) await keepSignature(db, aSignatureInput(campaign, { to }));
  const { keyId, addressHmac } = records[0] ?? { keyId: "", addressHmac: "" };
  const [kept] = await db
    .select()
    .from(waitingForms)
    .where(eq(waitingForms.addressHmac, Buffer.from(addressHmac, "hex")));
  const [form] = await db
    .select()
    .from(waitingForms)
    .where(sql`id <> ${kept?.id ?? 0}`);
  const later = {
    keyId,
    addressHmac: form?.addressHmac.toString("hex") ?? "",
    erasedAt: new Date().toISOString(),
  };
  const restored = { keys, records: [...records, later, later], removeMails: async () => {} };
  expect(await reapplyErasures(db, restored)).toBe(1);
  await take();
  expect(await isStored(before.to)).toBe(false);
  expect(await isStored(since.to)).toBe(true);
});

/** Kept files of all signers, of confirmed ones, and of pledges. */
async function keptFiles(campaign: Campaign) {
  const scope = await scopeOf(db, campaign);
  const made: Record<string, string> = {};
  const lists: Record<string, Partial<ExportFilter>> = {
    everyone: { states: [] },
    pending: { states: ["pending", "confirmed"] },
    imported: { states: ["imported"] },
    confirmed: {},
  };
  for (const [name, filter] of Object.entries(lists)) {
    const list = { preset: "full", filter: { ...usualFilter("full"), ...filter } } as const;
    made[name] = (await createExport(db, { ...scope, ...list, kept: true })) ?? "";
  }
  await makeExports({ db, keys, stop: never });
  const left = async () => {
    const rows = await db
      .select({ id: listExports.id })
      .from(listExports)
      .where(sql`campaign_id = ${campaign.id} and wiped_at is null
        and exists (select from file_pieces f where f.file = ${listExports.id})`);
    const ids = rows.map(({ id }) => id);
    return Object.keys(made).filter((name) => ids.includes(made[name] ?? ""));
  };
  return { left };
}

test("never by somebody unproved ends the kept files that may list them, and no others", async () => {
  const campaign = await aCampaign(db);
  const [signer, elsewhere] = [
    await aSigner(campaign, { proved: false }),
    await aSigner(await aCampaign(db), { proved: false }),
  ];
  await aSigner(campaign);
  const { left } = await keptFiles(campaign);
  expect(await left()).toEqual(["everyone", "pending", "imported", "confirmed"]);
  await say(elsewhere);
  expect(await left()).toHaveLength(4);
  expect(await say(signer)).toMatchObject({ did: "deleted" });
  expect(await left()).toEqual(["confirmed"]);
});

test("an undone import leaves nobody of whom nothing else is stored, proved or not", async () => {
  const [first, second] = [await aCampaign(db), await aCampaign(db)];
  const signer = await aSigner(first);
  const which = await aListBegun(second, signer.to);
  await work(db);
  await close(first);
  await eraseClosed(db, noFiles);
  expect(await isStored(signer.to)).toBe(true);
  await undoImport(db, which, importedAt);
  await work(db);
  expect(await isStored(signer.to)).toBe(false);
});

test("never about somebody's last entry deletes them, also when they once proved their address", async () => {
  const [first, second] = [await aCampaign(db), await aCampaign(db)];
  const signer = await aSigner(first);
  const place = { campaignId: second.id, meetingId: (await aMeeting(db, second)).id, supporterId: signer.id };
  const pledge = await aPledge(db, place, { status: "email_pending", confirmedAt: null });
  await close(first);
  await eraseClosed(db, noFiles);
  expect(await neverWritePledge(db, keys, pledge.publicId)).toMatchObject({ did: "deleted" });
  expect(await isStored(signer.to)).toBe(false);
});

test("a purge takes many at once, and leaves whom another transaction holds", async () => {
  const campaign = await aCampaign(db);
  const weekAgo = new Date(Date.now() - 8 * 86_400_000);
  const [held, free, other] = await Promise.all(
    [1, 2, 3].map(() => aSigner(campaign, { proved: false, now: weekAgo })),
  );
  await db.transaction(async (tx) => {
    await tx.execute(lockOf(held as Signer));
    expect(await purgePending(db, noFiles)).toBe(2);
  });
  expect(await Promise.all([free, other].map((one) => isStored(one?.to ?? "")))).toEqual([false, false]);
  expect(await purgePending(db, noFiles)).toBe(1);
});
