import { and, eq } from "drizzle-orm";
import { type Locale, localizedPath } from "#app/i18n/index.ts";
import type { UpdateReader } from "#app/mail/render.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, targets, updates, updateTexts } from "#db/schema/index.ts";
import type { UpdateProps } from "#emails/update.ts";
import { readTranslations } from "../campaigns/translations.server.ts";
import { commonProps, localeOf } from "../deliveries/common-props.ts";
import type { Mailing } from "../deliveries/mailing.ts";
import type { CampaignSender } from "../deliveries/sender-of.ts";
import { listClaimsForUpdates } from "./list-claims.server.ts";
import { parseUpdate } from "./markdown.ts";

/** What the mail of an update tells every reader of one language. */
type ReadUpdate = {
  props: Omit<UpdateProps, keyof UpdateReader>;
  sender: CampaignSender;
  replyTo: string | null;
};

/**
 * An update in the language of a reader; where it has no words in it, in the first of the campaign's
 * languages that it has. Null when there is no such update or its words cannot be read.
 */
export async function readUpdate(
  db: Db,
  mailing: Pick<Mailing, "appUrl" | "localMode">,
  updateId: number,
  reader: Locale,
): Promise<ReadUpdate | null> {
  const found = await findTexts(db, updateId);
  if (!found) return null;
  const { campaign, texts, startedAt } = found;
  const text = [reader, ...campaign.languages.map(localeOf)]
    .map((locale) => texts.find((one) => one.locale === locale))
    .find((one) => one !== undefined);
  if (!text) return null;
  const locale = localeOf(text.locale);
  const parsed = parseUpdate(text.body, await listClaimsForUpdates(db, campaign.id), locale);
  if (!parsed.ok) return null;

  const other = await readTranslations(db, campaign.id, locale);
  const url = (path: string) => mailing.appUrl + localizedPath(locale, path);
  const { number } = found.root ?? found;
  const hasPage = found.inArchive && (found.root?.inArchive ?? true);
  return {
    props: {
      ...commonProps(mailing, locale, {
        ...campaign,
        title: other?.known.get(campaign.title) ?? campaign.title,
      }),
      subject: text.subject,
      blocks: parsed.blocks,
      issue: startedAt ? { number, startedAt } : undefined,
      manageUrl: url("/manage"),
      pageUrl: hasPage ? url(`/c/${campaign.slug}/updates/${number}`) : null,
    },
    sender: { senderName: campaign.senderName, senderAddress: campaign.senderAddress },
    replyTo: campaign.replyTo ?? campaign.contactEmail,
  };
}

async function findTexts(db: Db, updateId: number) {
  const [row] = await db
    .select({
      number: updates.number,
      inArchive: updates.inArchive,
      startedAt: updates.startedAt,
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
        ...{
          senderName: campaigns.senderName,
          senderAddress: campaigns.senderAddress,
          replyTo: campaigns.replyTo,
        },
        fundingLine: campaigns.fundingLine,
      },
    })
    .from(updates)
    .innerJoin(campaigns, eq(campaigns.id, updates.campaignId))
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .where(eq(updates.id, updateId));
  if (!row) return null;
  const texts = await db.select().from(updateTexts).where(eq(updateTexts.updateId, updateId));
  const root = row.continuesId === null ? null : await findRoot(db, row.campaign.id, row.continuesId);
  return { ...row, texts, root };
}

/** The update that another continues: both have one page, which is there when the first one is in the archive. */
async function findRoot(db: Db, campaignId: number, id: number) {
  const [row] = await db
    .select({ number: updates.number, inArchive: updates.inArchive })
    .from(updates)
    .where(and(eq(updates.campaignId, campaignId), eq(updates.id, id)));
  return row ?? null;
}
