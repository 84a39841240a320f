import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import type { ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import type { Addressee } from "#app/domain/entries/letters/letter.ts";
import type { TrackedLetter } from "#app/domain/entries/letters/letter-view.ts";
import type { OwnPledge } from "#app/domain/entries/pledges/own-pledge.ts";
import type { SignatureDisplay, stateForOwner } from "#app/domain/entries/signatures/signature.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";

export type StoredPerson = {
  name: string;
  email: string;
  country: string;
  postalCode: string | null;
  createdAt: Date;
};
export type StoredSignature = {
  publicId: string;
  campaign: string;
  title: string;
  /** The language of the title, if it is not the page's. */
  titleLanguage: string | undefined;
  state: ReturnType<typeof stateForOwner>;
  display: SignatureDisplay;
  comment: string | null;
  receiptCode: string;
  petitionVersion: number;
  signedAt: Date;
  /** The campaign's companies, in order. */
  companies: readonly CampaignCompany[];
  shareLink: ShareLink | null;
  /** The campaign's address with its origin. */
  address: string;
};
export type StoredConsent = {
  campaign: string;
  purpose: ConsentPurpose;
  /** The company it is about; null: the campaign. */
  companyId: number | null;
  /** The company's name, if the campaign is about several. */
  company: string | null;
  grantedAt: Date;
  revokedAt: Date | null;
};
/** A letter with the address to send it oneself and, while unconfirmed, its confirmation page. */
export type AddressedLetter = TrackedLetter & {
  addressee: Addressee;
  titleLanguage: string | undefined;
  confirmPath: string | null;
};
/** A pledge with its pages to confirm, change and report the outcome, each while it is possible. */
export type LinkedPledge = OwnPledge & {
  confirmPath: string | null;
  changePath: string | null;
  votedPath: string | null;
};
