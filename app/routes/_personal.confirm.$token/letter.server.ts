import { findCampaign } from "#app/domain/campaigns/queries.server.ts";
import { confirmLetter } from "#app/domain/letters/confirm-letter.server.ts";
import { findAddressee } from "#app/domain/letters/find-addressee.server.ts";
import { letterParts } from "#app/domain/letters/letter-parts.ts";
import { neverWriteLetter } from "#app/domain/letters/never-write-letter.server.ts";
import { findOwnLetter } from "#app/domain/letters/queries.server.ts";
import { type DigestOfPage, digestParts } from "#app/domain/supporters/entry-digest.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { createToken, type OpenedToken } from "#app/lib/token.server.ts";

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

/** The letter that a link confirms, word for word, or why it confirms nothing. */
export async function loadLetter({ db, env, locale }: AppLoadContext, opened: Known) {
  const { title } = words(locale).letter.confirm;
  const letter = await findOwnLetter(db, env.keys, opened.subject);
  const campaign = letter && (await findCampaign(db, letter.campaign, locale));
  const page = { about: "letter" as const, title, campaign, examples: env.localMode };
  if (!letter || !campaign)
    return { ...page, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  if (letter.state === "withdrawn" || letter.state === "refused") return { ...page, outcome: letter.state };
  if (letter.state !== "email_pending") return { ...page, outcome: "confirmed" as const };
  if (opened.outcome === "expired") return { ...page, outcome: "expired" as const };

  const { text, role, display, replyTo, createdAt: writtenAt, email, emailLocale } = letter;
  const updates = letter.agreed.includes("updates");
  const addressee = await findAddressee(db, campaign.id);
  return {
    ...{ ...page, outcome: "pending" as const, addressee },
    letter: { text, role, display, replyTo, updates, writtenAt, email, emailLocale },
    digest: digestParts(letterParts(letter, addressee)),
  };
}

/** Confirms a letter as the page displayed it, or with `never` deletes it and writes to its address no more. */
export async function actOnLetter(
  context: AppLoadContext,
  opened: Known,
  { never, page }: { never: boolean; page: DigestOfPage },
  now: Date,
) {
  const { db, env } = context;
  if (never) {
    const { mails, ...done } = await neverWriteLetter(db, env.keys, opened.subject, now);
    await context.transport.files.remove(mails);
    return done;
  }
  if (opened.outcome === "expired") return { outcome: "expired" as const };
  const result = await confirmLetter(db, env.keys, opened.subject, now, page);
  if (!("publicId" in result)) return result;
  context.wakeMail();
  const expiresAt = new Date(now.getTime() + 24 * 3_600_000);
  const token = createToken(env.keys, "thanks-letter", {
    subject: result.publicId,
    issuedAt: now,
    expiresAt,
  });
  return seeOther(context, `/thanks/${token}`);
}
