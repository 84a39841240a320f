import { and, eq } from "drizzle-orm";
import type { Locale } from "#app/i18n/index.ts";
import { localizedPath } from "#app/i18n/index.ts";
import type { CompiledUpdate } from "#app/mail/render.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, targets, updates, updateTexts } from "#db/schema/index.ts";
import { commonProps, localeOf } from "../deliveries/find-email.server.ts";
import type { Mailing } from "../deliveries/mailing.ts";
import { listClaimsForUpdates } from "./list-claims.server.ts";
import { parseUpdate } from "./markdown.ts";

/** An update in one language, ready to be written to any reader. */
export type WrittenUpdate = CompiledUpdate & { replyTo: string | null };

/**
 * An update in the language of a reader; where it has no words in it, in the first of the campaign's
 * languages that it has. Null when there is no such update or its words cannot be read.
 */
export async function writeUpdate(
  db: Db,
  mailing: Pick<Mailing, "compileUpdate" | "appUrl" | "localMode">,
  updateId: number,
  reader: Locale,
): Promise<WrittenUpdate | null> {
  const found = await findTexts(db, updateId);
  if (!found) return null;
  const { campaign, texts, number, inArchive, continues } = found;
  const text = [reader, ...campaign.languages.map(localeOf)]
    .map((locale) => texts.find((one) => one.locale === locale))
    .find((one) => one !== undefined);
  if (!text) return null;
  const parsed = parseUpdate(text.body, await listClaimsForUpdates(db, campaign.id), localeOf(text.locale));
  if (!parsed.ok) return null;

  const locale = localeOf(text.locale);
  const url = (path: string) => mailing.appUrl + localizedPath(locale, path);
  const compiled = await mailing.compileUpdate({
    ...commonProps(mailing, locale, campaign),
    subject: text.subject,
    blocks: parsed.blocks,
    manageUrl: url("/manage"),
    pageUrl: inArchive ? url(`/c/${campaign.slug}/updates/${continues ?? number}`) : null,
  });
  return { ...compiled, replyTo: campaign.contactEmail };
}

async function findTexts(db: Db, updateId: number) {
  const [row] = await db
    .select({
      number: updates.number,
      inArchive: updates.inArchive,
      continuesId: updates.continuesId,
      campaign: {
        id: campaigns.id,
        slug: campaigns.slug,
        title: campaigns.title,
        languages: campaigns.languages,
        company: targets.name,
        operator: campaigns.operator,
        postalAddress: campaigns.postalAddress,
        contactEmail: campaigns.contactEmail,
      },
    })
    .from(updates)
    .innerJoin(campaigns, eq(campaigns.id, updates.campaignId))
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .where(eq(updates.id, updateId));
  if (!row) return null;
  const texts = await db.select().from(updateTexts).where(eq(updateTexts.updateId, updateId));
  const continues = row.continuesId === null ? null : await findNumber(db, row.campaign.id, row.continuesId);
  return { ...row, texts, continues };
}

/** Of the update that another continues: both have one page. */
async function findNumber(db: Db, campaignId: number, id: number): Promise<number | null> {
  const [row] = await db
    .select({ number: updates.number })
    .from(updates)
    .where(and(eq(updates.campaignId, campaignId), eq(updates.id, id)));
  return row?.number ?? null;
}
