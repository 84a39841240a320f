import { type SQL, sql } from "drizzle-orm";
import type { ApprovalKind } from "./approval.ts";

/** True where the newest request of a thing was sent back: it waits no more until somebody asks again. `subject`: its public id. */
export const isSentBack = (kind: ApprovalKind, subject: SQL): SQL => sql`exists (
  select from approval_requests b where b.subject = ${subject} and b.kind = ${sql.raw(`'${kind}'`)}
    and b.sent_back_at is not null
    and not exists (select from approval_requests a where a.subject = b.subject and a.kind = b.kind and a.id > b.id))`;
