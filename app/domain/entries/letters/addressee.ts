/** The address for letters that people send themselves. */
export type Addressee = {
  /** The recipient's id; none if only the company is known. */
  publicId?: string | undefined;
  /** The department, such as "Investor Relations"; null if only the company is known. */
  office: string | null;
  company: string;
  /** Names the company in a form; none if it could not be read. */
  companySlug?: string | undefined;
  email: string | null;
  /** In lines. */
  postalAddress: string | null;
  /** Whether an organizer recorded who checked the address. */
  verified: boolean;
};
