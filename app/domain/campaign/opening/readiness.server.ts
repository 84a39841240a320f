import type { Mailing } from "#app/domain/queue/mailing.ts";
import { hasInstruction, isExampleAddress, isGiven, isPlaceholder } from "#app/lib/placeholders.ts";
import type { Campaign, Missing, NotReady, OrganizationDetails, Sender, Signing } from "../campaign.ts";

const needed: readonly (readonly [keyof OrganizationDetails, Missing])[] = [
  ["operator", "operator"],
  ["postalAddress", "postal-address"],
  ["contactEmail", "contact"],
  ["fundingLine", "funding"],
  ["privacyContact", "privacy-contact"],
];

/**
 * A campaign's organization details and sender. `own`: text it wrote itself in what it sends, without words
 * of supporters. `title`: the campaign's, in every email.
 */
export type SendingDetails = OrganizationDetails & Sender & { title?: string; own?: readonly string[] };

/** True if the campaign's own sender has an example name or address. */
export const signsAsExample = ({ senderName, senderAddress, replyTo }: Sender): boolean =>
  [senderName, senderAddress, replyTo].some((text) => text !== null && isPlaceholder(text));

const missingFrom = (organization: OrganizationDetails, isSignedAsExample: boolean): Missing[] => [
  ...needed.filter(([field]) => !isGiven(organization[field])).map(([, missing]) => missing),
  ...(isSignedAsExample ? (["campaign-sender"] as const) : []),
];

/**
 * Returns what its pages and its emails to one person would show and a campaign has not said: what is empty,
 * and what is still an example. The campaign's own sender may be empty: then the site's is used.
 */
export const missingBeforeOpening = (details: SendingDetails): Missing[] =>
  missingFrom(details, signsAsExample(details));

/**
 * Reads whether a campaign takes signatures. In public it must be open, say who runs it, who pays and how to
 * reach them, and sign its emails with no example; in local mode marked examples fill the gaps.
 */
export function readSigning(
  campaign: Pick<Campaign, "status" | "organization" | "signsAsExample">,
  localMode: boolean,
): Signing {
  if (campaign.status !== "open") return { outcome: "closed" };
  const missing = localMode ? [] : missingFrom(campaign.organization, campaign.signsAsExample);
  return missing.length === 0 ? { outcome: "open" } : { outcome: "not-open", missing };
}

type Site = Pick<Mailing, "from" | "localMode" | "rehearsal">;

/** Required for updates and dispatches. Other details may be empty, but no examples. */
const neededForSending: readonly Missing[] = ["operator", "postal-address"];

/**
 * Returns what an update or a dispatch must carry and is not set, or is still an example: who sends it, from
 * which address, an address of the site that its links can lead to, and words of its own.
 */
export function findUnset(details: SendingDetails, { from, localMode, rehearsal }: Site): NotReady[] {
  const isUnset = (text: string | null, isNeeded: boolean) => (text?.trim() ? isPlaceholder(text) : isNeeded);
  return [
    ...needed
      .filter(([field, name]) => isUnset(details[field], neededForSending.includes(name)))
      .map(([, name]) => name),
    ...(signsAsExample(details) ? (["campaign-sender"] as const) : []),
    ...(isExampleAddress(from) ? (["sender"] as const) : []),
    ...(localMode && !rehearsal ? (["base-url"] as const) : []),
    ...(hasInstruction(details.title ?? null) ? (["title-instruction"] as const) : []),
    ...(details.own?.some(hasInstruction) ? (["instruction"] as const) : []),
  ];
}

/** Returns why nothing is sent. A site that only writes emails to files uses marked examples instead. */
export const missingForSending = (details: SendingDetails, site: Site): NotReady[] =>
  site.rehearsal ? [] : findUnset(details, site);
