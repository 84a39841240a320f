import { createHash } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import { upcomingDeadlines } from "#app/domain/campaign/meetings/deadlines.ts";
import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { findCampaign, readCase, readCounts } from "#app/domain/campaign/queries.server.ts";
import { listPublishedLines } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";
import { campaigns, shareImages } from "#db/schema/index.ts";
import type { DrawPicture } from "./share-image.ts";
import { campaignPicture, type DuePicture, drawnFrom, updatePicture } from "./share-image-words.server.ts";

/** Pictures of one run that could not be drawn, after which it ends: more will fail alike. */
const failedAtMost = 10;

/**
 * Draws the pictures that are missing or say something else by now, of every campaign and update that
 * everybody may read, in every language. Returns how many. Ends when `stop` aborts. One that cannot be drawn
 * holds up no other: the first failure is thrown at the end.
 */
export async function drawDueImages(
  db: Db,
  draw: DrawPicture,
  stop?: AbortSignal,
  now = new Date(),
): Promise<number> {
  const published = await db
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .where(ne(campaigns.status, "draft"));
  let drawn = 0;
  const failures: unknown[] = [];
  for (const { slug } of published) {
    for (const locale of locales) {
      for (const [campaignId, due] of await listDue(db, { slug, locale, now })) {
        if (stop?.aborted) return drawn;
        const png = await draw(due.words, stop).catch((error: unknown) => void failures.push(error));
        if (stop?.aborted && !png) return drawn;
        if (failures.length >= failedAtMost) throw failures[0];
        if (!png) continue;
        await keep(db, { campaignId, locale }, due, png, now);
        drawn += 1;
      }
    }
  }
  if (failures.length > 0) throw failures[0];
  return drawn;
}

async function listDue(
  db: Db,
  { slug, locale, now }: { slug: string; locale: Locale; now: Date },
): Promise<[campaignId: number, DuePicture][]> {
  const campaign = await findCampaign(db, slug, locale);
  if (!campaign) return [];
  const { signatures } = await readCounts(db, campaign.id);
  const { claims } = await readCase(db, campaign.id, locale);
  const meeting = await findPledgeMeeting(db, campaign.id, undefined, now);
  const [deadline] = upcomingDeadlines(campaign, meeting, now);
  const updates = await listPublishedLines(db, { campaignId: campaign.id, locale });
  const known = await db
    .select({ number: shareImages.number, drawnFrom: shareImages.drawnFrom })
    .from(shareImages)
    .where(and(eq(shareImages.campaignId, campaign.id), eq(shareImages.locale, locale)));
  const drawn = new Map(known.map((row) => [row.number, row.drawnFrom]));
  return [
    campaignPicture(campaign, { claims, signatures, deadline }, locale),
    ...updates.map((update) => updatePicture(campaign, update, locale)),
  ]
    .filter((picture) => drawn.get(picture.number)?.equals(drawnFrom(picture)) !== true)
    .map((picture) => [campaign.id, picture]);
}

async function keep(
  db: Db,
  { campaignId, locale }: { campaignId: number; locale: Locale },
  due: DuePicture,
  png: Buffer,
  now: Date,
): Promise<void> {
  const hash = createHash("sha256").update(png).digest("hex").slice(0, 20);
  const file = `${[locale, ...(due.number ? [due.number] : []), hash].join("-")}.png`;
  const row = { drawnFrom: drawnFrom(due), file, alt: due.alt, png, drawnAt: now };
  await db
    .insert(shareImages)
    .values({ campaignId, locale, number: due.number, ...row })
    .onConflictDoUpdate({
      target: [shareImages.campaignId, shareImages.locale, shareImages.number],
      set: row,
    });
}
