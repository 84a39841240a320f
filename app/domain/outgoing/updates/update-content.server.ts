import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { companyIn } from "#app/domain/campaign/company/company-names.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { differencesOf, frameFrom, frameOfCampaign, sha256OfFrame } from "#app/domain/queue/frame.server.ts";
import type { FramePart } from "#app/domain/queue/frame-parts.ts";
import { mailingColumns } from "#app/domain/queue/mailing-campaign.server.ts";
import { locales } from "#app/i18n/index.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaigns, updates } from "#db/schema/index.ts";
import type { UpdateContent, UpdateText } from "./update-form.ts";
import { listClaimsForUpdates } from "./words/list-claims.server.ts";
import { claimAnywhere } from "./words/markdown.ts";
import { readFrameOf } from "./words/read-update.server.ts";

const sorted = (content: UpdateContent) => [...content.texts].sort((a, b) => (a.locale < b.locale ? -1 : 1));

/** Omits empty lists and a missing `after`, so that updates approved before these existed keep their hash. */
function audienceOf({ audience }: UpdateContent) {
  const { countries, did, since, languages, holding, willing, companies, after } = audience;
  const lists = [languages, holding, willing, companies].map((list) => [...list].sort());
  return [
    [...countries].sort(),
    did,
    since,
    ...(after || lists.some((list) => list.length > 0) ? [lists] : []),
    ...(after ? [[after.act, after.days, after.unless]] : []),
  ];
}

const sha256 = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest();

/** Leaves out a default greeting, so that updates approved before greetings were stored keep their hash. */
const wordsIn = ({ subject, body, greeting }: UpdateText) =>
  greeting === null ? [subject, body] : [subject, body, greeting];

/** Hashes the texts by language, the audience and the archive setting: what an approval covers. */
export const hashOfContent = (content: UpdateContent): Buffer =>
  sha256([
    sorted(content).map((text) => [text.locale, ...wordsIn(text)]),
    audienceOf(content),
    content.inArchive,
  ]);

/** Returns 16 hex digits of each part's sha256: enough to tell what differs, not what it says. */
export function partsOf(content: UpdateContent): Record<string, string> {
  const digits = (value: unknown) => sha256(value).toString("hex").slice(0, 16);
  const texts = sorted(content).map((text) => [text.locale, digits(wordsIn(text))]);
  return {
    ...Object.fromEntries(texts),
    audience: digits(audienceOf(content)),
    archive: digits(content.inArchive),
  };
}

/** Names the parts two differ in, such as `subject-en`: what they say is in no log. */
export function differingParts(one: UpdateContent, other: UpdateContent): string[] {
  const parts = (content: UpdateContent) =>
    new Map<string, string>([
      ...sorted(content).flatMap(({ locale, subject, body, greeting }): [string, string][] => [
        [`subject-${locale}`, subject],
        [`body-${locale}`, body],
        ...(greeting === null ? [] : [[`greeting-${locale}`, greeting] as [string, string]]),
      ]),
      ["audience", JSON.stringify(audienceOf(content))],
      ["archive", String(content.inArchive)],
    ]);
  const [before, after] = [parts(one), parts(other)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (part) => before.get(part) !== after.get(part),
  );
}

const digest = (value: unknown) =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/**
 * Hashes what emails of a campaign's updates say besides their words: of the campaign in each language, then
 * each claim they can cite, by its number. A page where somebody writes sends it along, and a submission is
 * of what the page showed.
 */
export async function readCampaignDigest(db: DbOrTx, campaignId: number): Promise<string> {
  const [campaign] = await db
    .select({
      ...mailingColumns,
      senderName: campaigns.senderName,
      senderAddress: campaigns.senderAddress,
      replyTo: campaigns.replyTo,
    })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!campaign) throw new Error("no such campaign");
  const frames = [];
  for (const locale of locales) {
    const other = await readTranslations(db, campaignId, locale);
    const title = other?.known.get(campaign.title) ?? campaign.title;
    frames.push(frameOfCampaign({ ...campaign, company: companyIn(campaign, locale), title }));
  }
  const claims = (await listClaimsForUpdates(db, campaignId)).filter(({ isPublic }) => isPublic);
  const digits = claims.map((claim) => `${claim.number}:${digest(claim)}`);
  return [digest([campaign.slug, frames]), ...digits].join(" ");
}

/** Lists claims that texts cite, by number. */
export const citedIn = (texts: readonly { body: string }[]): number[] =>
  texts.flatMap(({ body }) =>
    [...body.matchAll(new RegExp(claimAnywhere, "gi"))].map(([, number]) => Number(number)),
  );

/** True when two of `readCampaignDigest` differ in the campaign or a cited claim. */
export function differsInCampaign(one: string, other: string, cited: readonly number[]): boolean {
  const [campaign, ...claims] = one.split(" ");
  const [campaignThere, ...there] = other.split(" ");
  const of = (digits: readonly string[], claim: number) =>
    digits.find((each) => each.startsWith(`${claim}:`));
  return campaign !== campaignThere || cited.some((claim) => of(claims, claim) !== of(there, claim));
}

export type FrameState = {
  /** `sha256OfFrame` of its current emails: what an approval covers. */
  frame: string;
  /** Parts that differ from what was approved or, before that, from when approval was requested. */
  differs: FramePart[];
};

/** Tells whether a submitted update would still say what was submitted or approved, besides its words. */
export async function readFrameState(db: Db, updateId: number): Promise<FrameState | null> {
  const [row] = await db
    .select({
      submittedAt: updates.submittedAt,
      approvedAt: updates.approvedAt,
      submittedFrame: updates.submittedFrame,
      approvedFrame: updates.approvedFrame,
    })
    .from(updates)
    .where(eq(updates.id, updateId));
  if (!row?.submittedAt) return null;
  const now = await readFrameOf(db, updateId);
  const seen = frameFrom(row.approvedAt ? row.approvedFrame : row.submittedFrame);
  return { frame: sha256OfFrame(now), differs: differencesOf(now, seen) };
}
