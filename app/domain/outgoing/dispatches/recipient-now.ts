import type { Transport } from "#app/mail/transport.ts";

export type OfficeNow = {
  name: string;
  email: string;
  isVerified: boolean;
  isRetired: boolean;
  submittedName: string | null;
  submittedEmail: string | null;
};

/**
 * True when an email may go to the recipient: it is the one approved, is not retired, and somebody has
 * verified it. What is only written to files needs no verification.
 */
export const recipientMayGetIt = (office: OfficeNow, transport: Transport["name"]): boolean =>
  !office.isRetired &&
  office.email === office.submittedEmail &&
  office.name === office.submittedName &&
  (office.isVerified || transport === "file");
