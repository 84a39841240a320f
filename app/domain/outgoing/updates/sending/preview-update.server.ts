import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { isWritten } from "#app/domain/outgoing/updates/update.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { locales } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";
import { writeUpdate } from "./write-update.server.ts";

type PreviewOf = { campaignId: number; publicId: string; locale: string; reader: string };

export type Preview =
  | { outcome: "written"; subject: string; html: string; text: string }
  /** It has no words in any language yet. */
  | { outcome: "empty" }
  /** The text has something that cannot be sent. */
  | { outcome: "unreadable" }
  | { outcome: "gone" };

/**
 * Renders an update's email as a reader of one language gets it, from what was saved last. Its unsubscribe
 * link is none: a preview is nobody's email.
 */
export async function previewUpdate(
  db: Db,
  mailing: Pick<Mailing, "compileUpdate" | "appUrl" | "localMode">,
  { campaignId, publicId, locale, reader }: PreviewOf,
): Promise<Preview> {
  const update = await findUpdate(db, campaignId, publicId);
  const language = locales.find((known) => known === locale);
  if (!update || !language) return { outcome: "gone" };
  if (!update.texts.some(isWritten)) return { outcome: "empty" };
  const written = await writeUpdate(db, mailing, update.id, language);
  if (!written) return { outcome: "unreadable" };
  const { subject, html, text } = written.write({
    name: reader,
    unsubscribeUrl: `${mailing.appUrl}/unsubscribe/preview`,
  });
  return { outcome: "written", subject, html: html.join(""), text: text.join("") };
}
