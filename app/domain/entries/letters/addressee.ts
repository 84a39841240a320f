/** Where somebody writes who sends a letter themselves. */
export type Addressee = {
  /** The office: "Investor Relations"; null where only the company is known. */
  office: string | null;
  company: string;
  email: string | null;
  /** A line each. */
  postalAddress: string | null;
  /** Whether an organizer recorded who has checked the address. */
  verified: boolean;
};
