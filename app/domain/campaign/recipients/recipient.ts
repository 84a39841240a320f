/** An office of the company, as organizers see it. Moments are ISO 8601. */
export type Recipient = {
  publicId: string;
  name: string;
  email: string;
  postalAddress: string | null;
  /** Mails in 24 hours at most. */
  perDay: number;
  /** Who looked the address up, when and where, and who recorded it. Null: unverified, so it gets nothing. */
  verified: { at: string; by: string; where: string; recordedBy: string | null } | null;
  retiredAt: string | null;
  /** Since when writers can choose it; null: they can't. */
  openedAt: string | null;
  /** Letters go to it where their writer chose no other. */
  isDefault: boolean;
  /** Dispatches that are for it and are not cancelled. */
  dispatches: number;
};

export const recipientNameAtMost = 120;
export const postalAddressAtMost = 500;
export const perDayAtMost = 200;
export const verifiedByAtMost = 120;
export const verifiedWhereAtMost = 500;
