import { z } from "zod";
import type { DigestOfPage } from "#app/domain/entries/entry-digest.server.ts";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import { neverWriteLetter } from "#app/domain/entries/letters/pending-letters.server.ts";
import type { NeverOutcome } from "#app/domain/entries/never-write.server.ts";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { neverWritePledge } from "#app/domain/entries/pledges/pending-pledges.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { neverWrite } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { isOutage } from "#app/lib/lost-connection.server.ts";
import { openToken, type TokenPurpose } from "#app/lib/token.server.ts";
import type { FormContext, PostedForm, TakenForm } from "./context.ts";
import { readFields } from "./form.server.ts";
import { limitRate } from "./respond.server.ts";
import { type ThanksPurpose, thanksPath } from "./thanks-path.server.ts";

const ConfirmForm = z.object({
  intent: z.string().optional(),
  digest: z.string().max(1000).optional().catch(undefined),
});

type Confirming = (
  context: FormContext,
  publicId: string,
  now: Date,
  page: DigestOfPage,
) => Promise<Confirmed>;
type Confirmed =
  | Awaited<ReturnType<typeof confirmTogether>>
  | Awaited<ReturnType<typeof confirmPledge>>
  | Awaited<ReturnType<typeof confirmLetter>>;

const confirmSignature: Confirming = (context, publicId, now, page) => {
  const onFailure = (error: unknown) => {
    if (isOutage(error)) return;
    context.log.warn({ err: error }, "signatures could not be confirmed together: each is confirmed alone");
  };
  return confirmTogether(context.db, { keys: context.env.keys, onFailure }, publicId, page, now);
};

type Kind = { link: TokenPurpose; thanks: ThanksPurpose; confirm: Confirming; never: typeof neverWrite };

/** What a link may confirm. */
const kinds: readonly Kind[] = [
  { link: "confirm", thanks: "thanks", confirm: confirmSignature, never: neverWrite },
  {
    link: "confirm-pledge",
    thanks: "thanks-pledge",
    confirm: ({ db, env }, ...asked) => confirmPledge(db, env.keys, ...asked),
    never: neverWritePledge,
  },
  {
    link: "confirm-letter",
    thanks: "thanks-letter",
    confirm: ({ db, env }, ...asked) => confirmLetter(db, env.keys, ...asked),
    never: neverWriteLetter,
  },
];

type NotFound = { outcome: "gone" };
type Answer =
  | Exclude<Confirmed, { publicId: string } | NotFound>
  | Omit<Exclude<NeverOutcome, { outcome: "gone" }>, "mails">;

/**
 * Confirms a signature, a pledge or a letter as its page displayed it, once or again. `intent=never`, "this
 * was not me", deletes it and stops all emails to its address.
 */
export async function takeConfirmation(
  { params, body }: PostedForm,
  context: FormContext,
): Promise<TakenForm<Answer>> {
  await limitRate(context, "token");
  const now = new Date();
  const { db, env } = context;
  const form = readFields(body, ConfirmForm);
  for (const { link, thanks, confirm, never } of kinds) {
    const opened = openToken(env.keys, link, params.token ?? "", now);
    if (opened.outcome === "invalid") continue;
    if (form.ok && form.value.intent === "never") {
      const done = await never(db, env.keys, opened.subject, now);
      await context.transport.files.remove(done.mails);
      if (done.outcome === "gone") return { outcome: "not-found" };
      return answer({ outcome: done.outcome, did: done.did });
    }
    if (opened.outcome === "expired") return { outcome: "not-found" };
    const page = { digest: form.ok ? form.value.digest : undefined };
    const done = await confirm(context, opened.subject, now, page);
    if (done.outcome === "gone") return { outcome: "not-found" };
    if (!("publicId" in done)) return answer(done);
    context.wakeMail();
    return {
      outcome: "done",
      to: thanksPath(env.keys, thanks, done.publicId, now, { from: opened.issuedAt }),
    };
  }
  return { outcome: "not-found" };
}

const answer = (page: Answer): TakenForm<Answer> => ({
  outcome: "page",
  page,
  retryAfter: null,
  status: page.outcome === "changed" ? 409 : 200,
});
