import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { WriteMails } from "#app/domain/outbox/batches/write-mails.server.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { type BatchOutcome, type Message, type SendOutcome, wholeOf } from "#app/mail/transport.ts";
import { sendUpdates } from "#app/tasks/send-updates.ts";
import type { Db } from "#db/index.ts";
import { consents, emailBatches, outbox, supporters, updates } from "#db/schema/index.ts";
import { aCampaign, changeRows, organization, rowIn } from "./builders.ts";
import { mailingBy, silent } from "./mail.ts";
import { anUpdate, approved } from "./updates.ts";

/** Makes confirmed people who agree to get updates of the campaign. Returns them in that order. */
export async function readersOf(db: Db, campaign: { id: number }, how = 3) {
  const people = await db
    .insert(supporters)
    .values(
      Array.from({ length: how }, (_, place) => {
        const email = `reader-${randomBytes(6).toString("hex")}@example.org`;
        return {
          email,
          emailCanonical: email,
          name: `Reader ${place + 1}`,
          country: place % 2 === 0 ? "US" : "DE",
          confirmedAt: new Date("2026-03-01T00:00:00Z"),
        };
      }),
    )
    .returning();
  await db
    .insert(consents)
    .values(
      people.map(({ id }) => ({
        supporterId: id,
        campaignId: campaign.id,
        purpose: "updates" as const,
        textVersion: "1",
        locale: "en",
        grantedAt: new Date("2026-03-01T00:00:00Z"),
      })),
    );
  return people.sort((a, b) => a.id - b.id);
}

/** Makes a campaign with readers and a due update, and its id for commands of the operator. */
export async function anAudience(db: Db, people: number) {
  const campaign = await aCampaign(db, organization);
  const readers = await readersOf(db, campaign, people);
  const update = await aDueUpdate(db, campaign);
  const named = { campaignId: campaign.id, publicId: update.publicId, actor: "operator" } as const;
  return { campaign, readers, update, named };
}

/** Cancels what earlier tests left unfinished. */
export async function endUpdates(db: Db) {
  const left = await db
    .select()
    .from(updates)
    .where(inArray(updates.state, ["scheduled", "sending", "paused"]));
  for (const { campaignId, publicId } of left)
    await cancelUpdate(db, { campaignId, publicId, actor: "operator" });
}

/** Ends what a person agreed to. */
export const revokeConsents = (db: Db, person: { id: number } | undefined) =>
  changeRows(db, consents, and(eq(consents.supporterId, person?.id ?? 0), isNull(consents.revokedAt)), {
    revokedAt: new Date(),
  });

/** Makes an approved update that is due. */
export const aDueUpdate = (db: Db, campaign: { id: number }) =>
  anUpdate(db, campaign, { ...approved, state: "scheduled", sendAt: new Date("2026-03-03T00:00:00Z") });

type Call = { key: string; sha256: string; to: string[]; names: string[] };

/** Makes a transport for batches that answers as given, and keeps its calls and who got an email alone. */
export function aBatchMailing(
  answer: (call: Call, place: number) => BatchOutcome | Promise<BatchOutcome>,
  answerAlone: (to: string) => SendOutcome = () => ({ outcome: "accepted", providerId: null }),
) {
  const calls: Call[] = [];
  const alone: string[] = [];
  const mailing: Mailing = mailingBy({
    name: "resend",
    send: async ({ to }) => {
      alone.push(to);
      return answerAlone(to);
    },
    batches: {
      atMost: 100,
      turn: async () => {},
      freeze(messages) {
        const body = Buffer.from(JSON.stringify(messages));
        return { body, sha256: createHash("sha256").update(body).digest(), size: messages.length };
      },
      async send({ body, sha256 }, { idempotencyKey }) {
        const messages: Message[] = JSON.parse(String(body));
        const call = {
          key: idempotencyKey,
          sha256: sha256.toString("hex"),
          to: messages.map(({ to }) => to),
          names: messages.map(({ text }) => wholeOf(text)),
        };
        calls.push(call);
        return answer(call, calls.length);
      },
    },
    files: { list: async () => [], remove: async () => {} },
    close: async () => {},
  });
  return { mailing, calls, alone };
}

/** Accepts every email of the call. */
export const takeAll = ({ to }: { to: string[] }): BatchOutcome => ({
  outcome: "accepted",
  providerIds: to.map(() => randomUUID()),
});

/** Writes emails whose only words are their reader's name. */
export const namesAlone: WriteMails = (_, members) => ({
  version: "names",
  messages: members.map(({ publicId, email, name }) => ({
    emailId: publicId,
    from: "Sample Campaign <sign@campaign.test>",
    to: email,
    replyTo: null,
    subject: "News",
    html: name,
    text: name,
    unsubscribeUrl: `https://sign.test/unsubscribe/${publicId}`,
  })),
});

/** Runs the engine until nothing is due. */
export const runEngine = (db: Db, mailing: Mailing, writeMails: WriteMails = namesAlone) =>
  sendUpdates({ db, mailing, writeMails, log: silent, stop: new AbortController().signal });

export async function mailsOf(db: Db, update: { id: number }) {
  return db
    .select({
      id: outbox.id,
      state: outbox.state,
      problem: outbox.problem,
      providerId: outbox.providerId,
      email: supporters.email,
      publicId: outbox.publicId,
    })
    .from(outbox)
    .innerJoin(supporters, eq(supporters.id, outbox.supporterId))
    .where(eq(outbox.updateId, update.id))
    .orderBy(outbox.id);
}

export async function stateOf(db: Db, update: { id: number }) {
  return rowIn(db, updates, update.id);
}

export const batchesOf = (db: Db, update: { id: number }) =>
  db.select().from(emailBatches).where(eq(emailBatches.updateId, update.id)).orderBy(emailBatches.id);

/** Ends the wait until each batch's next try; leases of workers that died end too. */
export const passTime = (db: Db, update: { id: number }, hours = 0) =>
  db
    .update(emailBatches)
    .set({
      dueAt: sql`now()`,
      leaseUntil: null,
      frozenAt: sql`frozen_at - make_interval(hours => ${hours})`,
      unansweredSince: sql`unanswered_since - make_interval(hours => ${hours})`,
    })
    .where(eq(emailBatches.updateId, update.id));
