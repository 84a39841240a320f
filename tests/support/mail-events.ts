import { randomUUID } from "node:crypto";
import type { Fate, MailEvent } from "#app/mail/mail-event.ts";
import { readMailEvent } from "#app/mail/resend-webhook.server.ts";
import type { Db } from "#db/index.ts";
import { outbox } from "#db/schema/index.ts";
import { existing } from "./builders.ts";
import { readersOf } from "./engine.ts";
import { anUpdate, approved } from "./updates.ts";

const typeOf: Record<Fate, string> = {
  accepted: "email.sent",
  delayed: "email.delivery_delayed",
  failed: "email.failed",
  suppressed: "email.suppressed",
  delivered: "email.delivered",
  "soft-bounce": "email.bounced",
  "hard-bounce": "email.bounced",
  complained: "email.complained",
};

const detailOf: Partial<Record<Fate, object>> = {
  failed: { failed: { reason: "reached_daily_quota" } },
  suppressed: { suppressed: { type: "OnAccountSuppressionList", message: "about someone@people.test" } },
  "soft-bounce": {
    bounce: { type: "Transient", subType: "MailboxFull", message: "someone@people.test: full" },
  },
  "hard-bounce": {
    bounce: { type: "Permanent", subType: "General", message: "someone@people.test: unknown" },
  },
};

/** Returns what Resend posts of an email, by its documentation. */
export const aPayload = (fate: Fate, email: string, at: Date, emailId: string = randomUUID()) => ({
  type: typeOf[fate],
  created_at: at.toISOString(),
  data: {
    created_at: at.toISOString().replace("Z", "894+00:00"),
    email_id: emailId,
    from: "Sample Campaign <sign@campaign.test>",
    to: ["someone@people.test"],
    subject: "What happened this month",
    tags: { delivery: email },
    ...detailOf[fate],
  },
});

/** A moment far ahead, which later reports follow. */
export const began = new Date("2100-01-01T00:00:00Z");
export const after = (seconds: number) => new Date(began.getTime() + seconds * 1000);

/** Returns what is read of such a post. */
export const anEvent = (fate: Fate, email: string, at = began, emailId?: string): MailEvent =>
  existing(readMailEvent(aPayload(fate, email, at, emailId), { id: `msg_${randomUUID()}`, signedAt: at }));

/** Makes an update being sent, with one email for each reader. */
export async function anUpdateUnderWay(db: Db, campaign: { id: number }, readers: number) {
  const update = await anUpdate(db, campaign, { ...approved, state: "sending", startedAt: new Date() });
  const people = await readersOf(db, campaign, readers);
  const of = { campaignId: campaign.id, updateId: update.id, template: "update" } as const;
  const mails = await db
    .insert(outbox)
    .values(people.map(({ id }) => ({ ...of, supporterId: id })))
    .returning();
  mails.sort((a, b) => a.id - b.id);
  return { update, people, mails };
}
