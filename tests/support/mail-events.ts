import { randomUUID } from "node:crypto";
import type { Fate } from "#app/mail/mail-event.ts";

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
