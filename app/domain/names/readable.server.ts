import { type SQL, sql } from "drizzle-orm";

const agreed = (purpose: "deliver_to_company" | "public_name") => sql`exists (select from consents c
  where c.supporter_id = s.supporter_id and c.campaign_id = s.campaign_id and c.purpose = ${purpose}
    and c.revoked_at is null)`;

/** True for a signature `s` whose name and comment are handed over with consent. */
export const handedOver: SQL = sql`(s.state = 'confirmed' and ${agreed("deliver_to_company")})`;

/** True for a signature `s` shown on the site, by initials or name, by choice of its person. */
export const isPublicEntry: SQL = sql`(s.state = 'confirmed' and s.display <> 'anonymous'
    and ${agreed("public_name")})`;

/** True for a signature `s` whose name and comment others read. */
export const readable: SQL = sql`(${handedOver} or ${isPublicEntry})`;
