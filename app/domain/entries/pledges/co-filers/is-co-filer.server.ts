import { sql } from "drizzle-orm";

/** True for a pledge `p` in force whose holder is willing to co-file and agreed to emails about it. */
export const isCoFiler = sql`p.status = 'active'
  and exists (select 1 from pledge_willing w where w.pledge_id = p.id and w.willing = 'cofile')
  and exists (select 1 from consents c where c.supporter_id = p.supporter_id
    and c.campaign_id = p.campaign_id and c.purpose = 'contact_cofile' and c.revoked_at is null
    and c.company_id = (select m.target_id from meetings m where m.id = p.meeting_id))`;
