/** A recipient at the company, as organizers see it. Times are ISO 8601. */
export type Recipient = {
  publicId: string;
  name: string;
  email: string;
  postalAddress: string | null;
  /** Emails in 24 hours. */
  perDay: number;
  /** Who checked the address, when and where, and who recorded it. Null: unverified, so it gets nothing. */
  verified: { at: string; by: string; where: string; recordedBy: string | null } | null;
  retiredAt: string | null;
  /** Since when writers can choose it; null: they can't. */
  openedAt: string | null;
  /** It gets letters whose writer chose no other. */
  isDefault: boolean;
  /** Number of its dispatches, except cancelled ones. */
  dispatches: number;
};

export const recipientNameAtMost = 120;
export const postalAddressAtMost = 500;
export const perDayAtMost = 200;
export const verifiedByAtMost = 120;
export const verifiedWhereAtMost = 500;
