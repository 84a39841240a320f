import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { type Audience, everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { audienceQuery } from "#app/domain/outgoing/updates/audience/audience-query.server.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import type { Tx } from "#db/index.ts";
import type { DemoAuthor, DemoCampaign } from "./campaign.ts";
import { updates } from "./words.ts";

const day = 24 * 3_600_000;
const hour = 3_600_000;

/**
 * Writes updates: earlier ones by `author`, approved and sent; the last one by the operator, waiting for
 * approval. Returns the number.
 */
export async function addUpdates(
  tx: Tx,
  campaign: DemoCampaign,
  author: DemoAuthor,
  now: Date,
): Promise<number> {
  for (const [n, { daysAgo, did, subject, body }] of updates.entries()) {
    const at = new Date(now.getTime() - daysAgo * day);
    const isLast = n === updates.length - 1;
    const actor = isLast ? ("operator" as const) : author;
    const on = { campaignId: campaign.id, actor, publicId: randomUUID() };
    await createDraft(tx, on, at);
    const audience = { ...everyone, did };
    const content = { audience, inArchive: true, texts: [{ locale: "en", subject, body, greeting: null }] };
    const saved = await saveDraft(tx, { ...on, version: 1, content }, at);
    if (saved.outcome !== "saved") throw new Error(`an update was not stored: ${saved.outcome}`);
    const { version } = saved;
    const submitted = await submitUpdate(tx, { ...on, version }, at);
    if (submitted.outcome !== "submitted")
      throw new Error(`an update was not submitted: ${submitted.outcome}`);
    if (isLast) continue;
    const approved = await approveUpdate(tx, { ...on, actor: "operator", version }, at);
    if (approved.outcome !== "approved") throw new Error(`an update was not approved: ${approved.outcome}`);
    await send(tx, campaign, { publicId: on.publicId, audience }, new Date(at.getTime() + hour));
  }
  return updates.length;
}

/** Leaves an update as the worker would have: an email for everyone in its audience. */
async function send(
  tx: Tx,
  campaign: DemoCampaign,
  { publicId, audience }: { publicId: string; audience: Audience },
  at: Date,
): Promise<void> {
  const when = at.toISOString();
  await tx.execute(sql`
    update updates set state = 'sent', send_at = ${when}, started_at = ${when}, prepared_at = ${when},
      finished_at = ${new Date(at.getTime() + 60_000).toISOString()}
    where public_id = ${publicId}`);
  await tx.execute(sql`
    with people as (select s.id
      ${audienceQuery({ campaignId: campaign.id, audience, until: at, notIn: null })}),
    mails as (
      insert into outbox (campaign_id, supporter_id, update_id, template, created_at)
      select ${campaign.id}, people.id, u.id, 'update', ${when}::timestamptz from people, updates u
      where u.public_id = ${publicId}
      order by people.id returning update_id)
    update updates set audience_size = (select count(*) from mails) where public_id = ${publicId}`);
}
