import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { companyIn } from "#app/domain/campaign/company/company-names.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { findInLine } from "#app/domain/outgoing/updates/words/line.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import { type Frame, type FrameIn, frameOfCampaign } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { namesOfCompanies } from "#app/domain/queue/mailing-campaign.server.ts";
import type { CampaignSender } from "#app/domain/queue/sender-of.ts";
import { type Locale, locales, localizedPath, words } from "#app/i18n/index.ts";
import { withMarks } from "#app/lib/placeholders.ts";
import type { UpdateReader } from "#app/mail/render.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, updates, updateTexts } from "#db/schema/index.ts";
import type { ClaimExcerpt, RichBlock } from "#emails/parts/rich-text.ts";
import type { UpdateProps } from "#emails/update.ts";
import { listClaimsForUpdates } from "./list-claims.server.ts";
import { parseUpdate } from "./markdown.ts";

/** What an update's email tells every reader of one language. */
type ReadUpdate = {
  props: Omit<UpdateProps, keyof UpdateReader>;
  sender: CampaignSender;
  replyTo: string | null;
  /** What it says besides its words. */
  frame: FrameIn;
};

/**
 * Reads an update in its reader's language; where it has no words in it, in the first of the campaign's
 * languages that it has. Null when there is no such update or its words cannot be read.
 */
export async function readUpdate(
  db: DbOrTx,
  mailing: Pick<Mailing, "appUrl" | "localMode">,
  updateId: number,
  reader: Locale,
): Promise<ReadUpdate | null> {
  const found = await findInLanguage(db, updateId, reader, mailing.localMode);
  if (!found) return null;
  const { campaign, title, locale, text, blocks, number, startedAt, hasPage } = found;
  const url = (path: string) => mailing.appUrl + localizedPath(locale, path);
  return {
    props: {
      ...commonProps(mailing, locale, { ...campaign, title }),
      subject: text.subject,
      greeting: text.greeting,
      blocks,
      issue: startedAt ? { number, startedAt } : undefined,
      manageUrl: url("/manage"),
      pageUrl: hasPage ? url(`/c/${campaign.slug}/updates/${number}`) : null,
    },
    sender: { senderName: campaign.senderName, senderAddress: campaign.senderAddress },
    replyTo: campaign.replyTo ?? campaign.contactEmail,
    frame: frameIn(found),
  };
}

/** Reads what an update says besides its words in every language: approval is bound to it. */
export async function readFrameOf(db: DbOrTx, updateId: number): Promise<Frame> {
  const frame: Frame = {};
  for (const locale of locales) {
    const found = await findInLanguage(db, updateId, locale);
    frame[locale] = found && frameIn(found);
  }
  return frame;
}

type InLanguage = NonNullable<Awaited<ReturnType<typeof findInLanguage>>>;

/** Built from the values the email is built from. Cited claims are hashed, as their text may be long. */
function frameIn({ campaign, title, locale, blocks, number, hasPage }: InLanguage): FrameIn {
  return {
    claims: shaOfClaims(blocks),
    language: locale,
    ...frameOfCampaign({ ...campaign, title }),
    page: hasPage ? `${campaign.slug}/${number}` : campaign.slug,
  };
}

const shaOfClaims = (blocks: readonly RichBlock[]): string | null => {
  const cited = [...claimsIn(blocks)].map(({ claim, text, limits, source, url }) => [
    claim,
    text,
    limits,
    source,
    url,
  ]);
  return cited.length === 0 ? null : createHash("sha256").update(JSON.stringify(cited)).digest("hex");
};

function* claimsIn(blocks: readonly RichBlock[]): Generator<ClaimExcerpt> {
  for (const block of blocks) {
    if (block.kind === "claim") yield block;
    else if (block.kind === "quote") yield* claimsIn(block.of);
    else if (block.kind === "list") for (const item of block.items) yield* claimsIn(item);
  }
}

async function findInLanguage(db: DbOrTx, updateId: number, reader: Locale, marksExamples = false) {
  const found = await findTexts(db, updateId);
  if (!found) return null;
  const { campaign, texts, startedAt } = found;
  const written = [reader, ...campaign.languages.map(localeOf)]
    .map((locale) => texts.find((one) => one.locale === locale))
    .find((one) => one !== undefined);
  if (!written) return null;
  const locale = localeOf(written.locale);
  const { exampleMark } = words(locale).common.footer;
  const marked = (text: string) => (marksExamples ? withMarks(text, exampleMark) : text);
  const text = {
    subject: marked(written.subject),
    greeting: written.greeting === null ? null : marked(written.greeting),
    body: marked(written.body),
  };
  if (findInLine(text.subject) ?? findInLine(text.greeting ?? "")) return null;
  const parsed = parseUpdate(text.body, await listClaimsForUpdates(db, campaign.id), locale);
  if (!parsed.ok) return null;

  const other = await readTranslations(db, campaign.id, locale);
  const { number } = found.root ?? found;
  const hasPage = found.inArchive && (found.root?.inArchive ?? true);
  const title = other?.known.get(campaign.title) ?? campaign.title;
  const company = companyIn(campaign, locale);
  return {
    campaign: { ...campaign, company },
    title,
    locale,
    text,
    blocks: parsed.blocks,
    number,
    startedAt,
    hasPage,
  };
}

async function findTexts(db: DbOrTx, updateId: number) {
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
        companies: namesOfCompanies,
        operator: campaigns.operator,
        postalAddress: campaigns.postalAddress,
        contactEmail: campaigns.contactEmail,
        senderName: campaigns.senderName,
        senderAddress: campaigns.senderAddress,
        replyTo: campaigns.replyTo,
        fundingLine: campaigns.fundingLine,
      },
    })
    .from(updates)
    .innerJoin(campaigns, eq(campaigns.id, updates.campaignId))
    .where(eq(updates.id, updateId));
  if (!row) return null;
  const texts = await db.select().from(updateTexts).where(eq(updateTexts.updateId, updateId));
  const root = row.continuesId === null ? null : await findRoot(db, row.campaign.id, row.continuesId);
  return { ...row, texts, root };
}

/**
 * Finds the update that another continues: they share a page, which exists if the first is in the archive.
 */
async function findRoot(db: DbOrTx, campaignId: number, id: number) {
  const [row] = await db
    .select({ number: updates.number, inArchive: updates.inArchive })
    .from(updates)
    .where(and(eq(updates.campaignId, campaignId), eq(updates.id, id)));
  return row ?? null;
}
