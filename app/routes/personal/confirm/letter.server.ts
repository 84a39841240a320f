import { findCampaignOfEntry } from "#app/domain/campaign/queries.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import { letterParts } from "#app/domain/entries/letters/letter-parts.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

/** Loads the letter that a link confirms, in full, or why it confirms nothing. */
export async function loadLetter({ db, env, locale }: AppLoadContext, opened: Known) {
  const { title } = words(locale).letter.confirm;
  const letter = await findOwnLetter(db, env.keys, opened.subject);
  const campaign = letter && (await findCampaignOfEntry(db, letter, locale));
  const page = { about: "letter" as const, title, campaign, examples: env.localMode };
  if (!letter || !campaign)
    return { ...page, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  if (letter.state === "withdrawn" || letter.state === "refused") return { ...page, outcome: letter.state };
  if (letter.state !== "email_pending") return { ...page, outcome: "confirmed" as const };
  if (opened.outcome === "expired") return { ...page, outcome: "expired" as const };

  const { text, role, display, replyTo, createdAt: writtenAt, email, emailLocale } = letter;
  const updates = letter.agreed.includes("updates");
  const addressee = await findAddressee(db, campaign.id, letter);
  return {
    ...page,
    outcome: "pending" as const,
    addressee,
    letter: { text, role, display, replyTo, updates, writtenAt, email, emailLocale },
    digest: digestParts(letterParts(letter, addressee)),
  };
}
