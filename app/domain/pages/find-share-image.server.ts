import { and, eq } from "drizzle-orm";
import type { ShareImage } from "#app/domain/campaign/campaign.ts";
import type { DbOrTx } from "#db/index.ts";
import { shareImages } from "#db/schema/index.ts";

/** `number`: an update's number; 0: the campaign's own image. */
export type WhichImage = { campaignId: number; locale: string; number: number };

const of = ({ campaignId, locale, number }: WhichImage) =>
  and(eq(shareImages.campaignId, campaignId), eq(shareImages.locale, locale), eq(shareImages.number, number));

/** Finds the picture to name for a shared link; null until drawn. */
export async function findShareImage(db: DbOrTx, which: WhichImage): Promise<ShareImage | null> {
  const [row] = await db
    .select({ file: shareImages.file, alt: shareImages.alt })
    .from(shareImages)
    .where(of(which));
  return row ?? null;
}

/** Reads the picture with its current name. */
export async function readShareImage(
  db: DbOrTx,
  which: WhichImage,
): Promise<{ file: string; png: Buffer } | null> {
  const [row] = await db
    .select({ file: shareImages.file, png: shareImages.png })
    .from(shareImages)
    .where(of(which));
  return row ?? null;
}
