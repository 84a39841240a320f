import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { request, requestOf } from "#app/domain/outbox/subjects/approval.ts";
import { allWaiting, approvalPorts } from "#app/domain/team/ports.server.ts";

const mayStill = sql.join(
  approvalPorts.map(
    ({ kind, right, opens }) =>
      sql`(q.kind = ${sql.raw(`'${kind}'`)} and ${hasRight(right, "a")} and ${hasRight(opens, "a")})`,
  ),
  sql` or `,
);

/**
 * Asks an organizer for an approval. Outdated once its subject no longer waits or was asked for again, they
 * took part in it since, or they may not approve it now.
 */
export const approvalAsked = content({
  name: "approval-asked",
  kind: "organizer",
  to: "organizer",
  about: request,
  outdated: sql`o.disabled_at is not null
    or exists (select from approval_requests n where n.subject = q.subject and n.kind = q.kind
      and n.id > q.id)
    or not exists (select from (${allWaiting}) w where w.kind = q.kind and w.subject = q.subject
      and w.campaign_id = q.campaign_id and not o.id = any (w.hands))
    or not exists (select from campaign_organizers a where a.campaign_id = q.campaign_id
      and a.organizer_id = o.id
      and (${mayStill}))`,
  waits: sql`d.campaign_id in ${frozenCampaigns}`,
  write: (row, writing) => ({ props: requestOf(row, writing) }),
});
