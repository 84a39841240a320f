import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { companyIn } from "#app/domain/campaign/company/company-in.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import { tryAtMostSeconds } from "#app/domain/queue/email.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { findFeaturedSpeaker } from "#app/domain/queue/mailing-campaign.server.ts";
import { unlessExample } from "#app/lib/placeholders.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";

const pauses = [1, 5];

/**
 * Tells someone that they were erased. Called after the erasure is committed: the address is only in memory,
 * so the email is tried three times here and never queued. A lost notice stays lost.
 */
export async function sendErasedNotice(
  db: Db,
  mailing: Mailing,
  { email, locale, erasedAt }: { email: string; locale: string; erasedAt: Date },
  between: readonly number[] = pauses,
): Promise<SendOutcome["outcome"] | "no-campaign"> {
  const campaign = await findFeaturedSpeaker(db);
  if (!campaign) return "no-campaign";

  const reader = localeOf(locale);
  const company = companyIn(campaign, reader);
  const props = { ...commonProps(mailing, reader, { ...campaign, company }), erasedAt };
  const { pieces: _, ...rendered } = await mailing.render({ name: "data-erased", props });
  const message = {
    emailId: randomUUID(),
    from: mailing.from,
    to: email,
    replyTo: unlessExample(campaign.contactEmail, mailing.localMode),
    withholdRecipient: true,
    ...rendered,
  };
  const send = () =>
    mailing.transport.send(message, {
      idempotencyKey: message.emailId,
      signal: AbortSignal.timeout(tryAtMostSeconds * 1000),
      lane: "own",
    });

  let outcome = await send();
  for (const seconds of between) {
    if (!mayRepeat(outcome)) break;
    await wait(seconds * 1000);
    outcome = await send();
  }
  return outcome.outcome;
}

function mayRepeat(outcome: SendOutcome): boolean {
  if (outcome.outcome === "unknown") return outcome.repeatable;
  return outcome.outcome === "retry-later" || (outcome.outcome === "refused" && !outcome.permanent);
}
