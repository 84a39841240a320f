import { and, desc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { z } from "zod";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { addLine } from "#app/domain/campaign/corrections/add-correction.server.ts";
import type { Translations } from "#app/domain/campaign/translations/in-language.ts";
import { storeTranslation } from "#app/domain/campaign/translations/store-translation.server.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { actorOf } from "#app/domain/record/record.server.ts";
import { describeVotes } from "#app/i18n/describe-votes.ts";
import { type Locale, locales, words } from "#app/i18n/index.ts";
import type { Tx } from "#db/index.ts";
import { ballotItems, campaigns, resultProposals } from "#db/schema/index.ts";
import type { CompanyEditor } from "./company-editor.server.ts";
import { changedVotes, PublicVotes, publicVotes } from "./public-votes.ts";

/** Reads the votes of a meeting that are public. */
export const readPublicVotes = async (tx: Tx, meetingId: number): Promise<PublicVotes[]> =>
  publicVotes(
    await tx.select().from(ballotItems).where(eq(ballotItems.meetingId, meetingId)).orderBy(ballotItems.id),
  );

/** Finds the votes that pledgers were emailed last; null: none. */
export async function findPublishedVotes(tx: Tx, meetingId: number): Promise<PublicVotes[] | null> {
  const [row] = await tx
    .select({ published: resultProposals.published })
    .from(resultProposals)
    .where(and(eq(resultProposals.meetingId, meetingId), isNotNull(resultProposals.published)))
    .orderBy(desc(resultProposals.approvedAt))
    .limit(1);
  return row ? z.array(PublicVotes).parse(row.published) : null;
}

/**
 * Adds a line to the corrections of each campaign that showed votes which have changed since, in all of its
 * languages. What was shown without votes before is no correction.
 */
export async function logCorrectedVotes(
  tx: Tx,
  keeper: CompanyEditor,
  { year, before, after }: { year: number; before: readonly PublicVotes[]; after: readonly PublicVotes[] },
  now: Date,
): Promise<void> {
  const corrected = changedVotes(before, after).filter(({ was }) => was !== null);
  if (corrected.length === 0) return;
  const showing = await tx
    .select({ id: campaigns.id, languages: campaigns.languages })
    .from(campaigns)
    .where(and(inArray(campaigns.id, [...keeper.campaignIds]), ne(campaigns.status, "draft")))
    .orderBy(campaigns.id);
  const actor = actorOf(keeper.organizerId);
  const correctedOn = dayInZone(keeper.zone, now);
  for (const { id: campaignId, languages } of showing) {
    const written = locales.find((locale) => locale === languages[0]) ?? "en";
    const others = locales.filter((locale) => locale !== written);
    const titles = new Map<Locale, Translations | undefined>();
    for (const locale of others) titles.set(locale, (await readTranslations(tx, campaignId, locale))?.known);
    for (const one of corrected) {
      const textIn = (locale: Locale) => textOf(locale, year, one, titles.get(locale));
      const text = textIn(written);
      await addLine(tx, { campaignId, actor }, { kind: "figure", correctedOn, text, claimId: null }, now);
      for (const locale of others)
        await storeTranslation(
          tx,
          { campaignId, locale },
          { text, version: 0 },
          { draft: null, translation: textIn(locale) },
        );
    }
  }
}

type Changed = ReturnType<typeof changedVotes>[number];

function textOf(locale: Locale, year: number, { number, title, was, is }: Changed, titles?: Translations) {
  const { results } = words(locale).totals;
  const item = results.label(year, number, titles?.get(title) ?? title);
  const earlier = was ? describeVotes(locale, was) : "";
  return is ? results.corrected(item, earlier, describeVotes(locale, is)) : results.removed(item, earlier);
}
