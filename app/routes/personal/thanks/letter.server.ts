import { findCampaignOfEntry } from "#app/domain/campaign/queries.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countedLetters } from "#app/domain/entries/letters/published/public-letter.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { findSettings } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import { isFresh } from "#app/http/is-fresh.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { formatNumber, localizedPath, words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";
import { nextStepOf } from "./next-step.server.ts";

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

/** Thanks for a confirmed letter, and says what comes next. Includes its text for a day. */
export async function loadLetter(context: AppLoadContext, opened: Known, now: Date) {
  const { db, env, locale } = context;
  const letter = await findOwnLetter(db, env.keys, opened.subject);
  const campaign = letter?.confirmedAt ? await findCampaignOfEntry(db, letter, locale) : null;
  if (!letter || !campaign || letter.state === "withdrawn") throw notFound();

  const { thanks } = words(locale).letter;
  const fresh = await isFresh(db, opened, letter);
  const isOnHold = letter.heldReason !== null && letter.moderatedAt === null;
  const { text, body, shares, name, country } = letter;
  return {
    about: "letter" as const,
    campaign,
    examples: env.localMode,
    shareUrl: `${env.appUrl}${localizedPath(locale, `/c/${campaign.slug}/letter`)}`,
    name: fresh ? name : null,
    next: fresh ? await nextStepOf(context, letter, now) : null,
    title: !fresh ? thanks.expiredTitle : isOnHold ? thanks.titleHeld : thanks.title,
    count: fresh && !isOnHold ? await countIn(context, letter) : null,
    letter: fresh
      ? {
          text,
          body,
          shares,
          name,
          country,
          isOnHold,
          addressee: await findAddressee(db, campaign.id, letter),
          rhythm: await findSettings(db, letter.campaignId),
        }
      : null,
  };
}

/** Counts the letters, if there are enough to show. */
async function countIn(
  { db, locale }: AppLoadContext,
  { campaignId, companyId }: { campaignId: number; companyId: number },
) {
  const letters = countedLetters(await countLetters(db, campaignId, companyId));
  return letters < groupAtLeast ? null : words(locale).personal.thanks.written(formatNumber(locale, letters));
}
