/** Where somebody writes who sends a letter themselves. */
export type Addressee = {
  /** Of the recipient that the campaign stores; none where only the company is known. */
  publicId?: string | undefined;
  /** The office: "Investor Relations"; null where only the company is known. */
  office: string | null;
  company: string;
  /** Names the company in a form; none where it could not be read. */
  companySlug?: string | undefined;
  email: string | null;
  /** A line each. */
  postalAddress: string | null;
  /** Whether an organizer recorded who has checked the address. */
  verified: boolean;
};
