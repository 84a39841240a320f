import { type Locale, locales, localizedPath } from "#app/i18n/index.ts";
import { createToken } from "#app/lib/token.server.ts";
import type { Db } from "#db/index.ts";
import type { Email } from "#emails/index.ts";
import { organizerCode } from "../organizers/code.server.ts";
import { confirmWithinDays } from "../signatures/signature.ts";
import type { Mailing } from "./mailing.ts";
import { findDelivery, type findFeaturedCampaign } from "./queries.server.ts";

/** Days for which a link to the page of one person works. */
const personalLinkDays = 7;

const inDays = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);
export const localeOf = (text: string | undefined): Locale => locales.find((known) => known === text) ?? "en";

export type AddressedEmail = { to: string; replyTo: string | null; email: Email };

/**
 * What one delivery says and to whom, read now: a name corrected a second ago is the name that is mailed.
 * Links and codes follow from times and ids of rows, so that the same rows make the same mail. Null when
 * the row, or what the mail is about, is gone.
 */
export async function findEmail(
  db: Db,
  mailing: Mailing,
  deliveryId: number,
): Promise<AddressedEmail | null> {
  const row = await findDelivery(db, deliveryId);
  if (!row) return null;
  const { campaign, supporter, organizer, signature } = row;
  const to = supporter?.email ?? organizer?.email;
  const props = commonProps(mailing.appUrl, localeOf(supporter?.locale), campaign);
  const email = supporter
    ? toSupporter(mailing, row, { ...props, supporter, signature })
    : toOrganizer(mailing, row.ceremony, props);
  return to && email ? { to, replyTo: campaign.contactEmail, email } : null;
}

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;
type CampaignRow = NonNullable<Awaited<ReturnType<typeof findFeaturedCampaign>>>;
type Common = ReturnType<typeof commonProps>;

/** What every mail of a campaign is told. */
export function commonProps(appUrl: string, locale: Locale, campaign: CampaignRow) {
  const url = (path: string) => appUrl + localizedPath(locale, path);
  const { title, company, operator, postalAddress } = campaign;
  return {
    locale,
    campaign: { title, url: url(`/c/${campaign.slug}`), company, operator, postalAddress },
    privacyUrl: url("/privacy"),
  };
}

function toOrganizer({ keys }: Mailing, ceremony: Row["ceremony"], common: Common): Email | null {
  if (!ceremony) return null;
  const code = organizerCode(keys, ceremony.tokenHash);
  return { name: "organizer-code", props: { ...common, code, expiresAt: ceremony.expiresAt } };
}

function toSupporter(
  { keys, appUrl }: Mailing,
  { template, createdAt, petition, updates, deliverToCompany }: Row,
  {
    supporter,
    signature,
    ...common
  }: Common & Pick<Row, "signature"> & { supporter: NonNullable<Row["supporter"]> },
): Email | null {
  const url = (path: string) => appUrl + localizedPath(common.locale, path);
  const personalUntil = inDays(createdAt, personalLinkDays);
  const personal = {
    name: supporter.name,
    personalUntil,
    personalUrl: url(
      `/manage/${createToken(keys, "manage", { subject: supporter.publicId, issuedAt: createdAt, expiresAt: personalUntil })}`,
    ),
  };
  if (template === "manage-link") return { name: template, props: { ...common, ...personal } };
  if (!signature || !petition) return null;

  const { signedAt, confirmedAt, receiptCode, display } = signature;
  const signed = {
    ...common,
    name: supporter.name,
    petition,
    display,
    consents: { updates, deliverToCompany },
    held: {
      postalCode: supporter.postalCode !== null,
      comment: signature.comment !== null,
      source: signature.source !== null || signature.referrer !== null,
    },
  };
  const manageUrl = url("/manage");
  switch (template) {
    case "confirm-signature":
    case "confirm-reminder": {
      const deletedAt = inDays(signedAt, confirmWithinDays);
      const token = createToken(keys, "confirm", {
        subject: signature.publicId,
        issuedAt: signedAt,
        expiresAt: deletedAt,
      });
      return {
        name: template,
        props: { ...signed, signedAt, deletedAt, confirmUrl: url(`/confirm/${token}`) },
      };
    }
    case "already-signed":
      return confirmedAt && { name: template, props: { ...signed, confirmedAt, receiptCode, manageUrl } };
    case "receipt":
      return (
        confirmedAt && {
          name: template,
          props: { ...signed, ...personal, confirmedAt, receiptCode, manageUrl },
        }
      );
    default:
      return null;
  }
}
