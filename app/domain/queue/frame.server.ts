import { createHash } from "node:crypto";
import { type Locale, locales } from "#app/i18n/index.ts";
import { type FramePart, frameParts } from "./frame-parts.ts";
import type { MailingCampaign } from "./mailing-campaign.server.ts";
import type { CampaignSender } from "./sender-of.ts";

/** What the email says in one language. Null: it has no such part. */
export type FrameIn = Partial<Record<FramePart, string | null>>;

/** What the email says by reader language. Null: it is not available in that language. */
export type Frame = Partial<Record<Locale, FrameIn | null>>;

const linesOf = (frame: FrameIn | null | undefined) =>
  frame ? frameParts.map((part) => frame[part] ?? null) : null;

/** Hashes what an approval page displayed, in hex. */
export const sha256OfFrame = (frame: Frame): string =>
  createHash("sha256")
    .update(JSON.stringify(locales.map((locale) => linesOf(frame[locale]))))
    .digest("hex");

/** Lists the parts two differ in, in `frameParts` order; all of one where the other is none. */
export function partsThatDiffer(
  one: FrameIn | null | undefined,
  other: FrameIn | null | undefined,
): FramePart[] {
  if (!one && !other) return [];
  return frameParts.filter((part) => !one || !other || (one[part] ?? null) !== (other[part] ?? null));
}

/** Lists parts that differ in any language. With nothing approved, all. */
export function differencesOf(now: Frame, approved: Frame | null): FramePart[] {
  const parts = new Set(locales.flatMap((locale) => partsThatDiffer(now[locale], approved?.[locale])));
  return frameParts.filter((part) => parts.has(part));
}

/** Reads JSON from a database driver, which may have parsed it. */
export const frameFrom = (stored: unknown): Frame | null =>
  typeof stored === "string" ? (JSON.parse(stored) as Frame) : ((stored ?? null) as Frame | null);

type InCampaign = Pick<
  MailingCampaign,
  "title" | "company" | "operator" | "postalAddress" | "fundingLine" | "contactEmail"
> &
  CampaignSender & { replyTo: string | null };

/** Lists what every email says of its campaign and sender. */
export const frameOfCampaign = (campaign: InCampaign): FrameIn => ({
  title: campaign.title,
  company: campaign.company,
  operator: campaign.operator,
  "postal-address": campaign.postalAddress,
  funding: campaign.fundingLine,
  "sender-name": campaign.senderName,
  "sender-address": campaign.senderAddress,
  "reply-to": campaign.replyTo ?? campaign.contactEmail,
});
