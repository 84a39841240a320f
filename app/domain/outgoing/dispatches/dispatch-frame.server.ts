import { type SQL, sql } from "drizzle-orm";
import { stillApproves } from "#app/domain/access/still-approves.server.ts";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { letterMayGo, nameGoesWith } from "./eligible.server.ts";

/** Fields of recipient and campaign in every email of a dispatch: an approval covers each as it is then. */
export const dispatchFrameParts = [
  "office-name",
  "office-email",
  "office-postal",
  "title",
  "operator",
  "postal-address",
  "sender-name",
  "sender-address",
  "reply-to",
  "funding",
] as const;
export type DispatchFramePart = (typeof dispatchFrameParts)[number];

/** All of `dispatchFrameParts` as JSON, from recipient `r` and campaign `c`, as they are now. */
export const frameNow = sql`jsonb_build_object('office-name', r.name, 'office-email', r.email,
  'office-postal', r.postal_address, 'title', c.title, 'operator', c.operator, 'postal-address',
  c.postal_address, 'sender-name', c.sender_name, 'sender-address', c.sender_address,
  'reply-to', coalesce(c.reply_to, c.contact_email), 'funding', c.funding_line)`;

/** Letters and names that dispatch `x` would take now, while it waits for an approval; else empty. */
const wouldGo = sql`case when x.submitted_at is not null and x.approved_at is null then concat(
  (select string_agg(l.id::text, ',' order by l.id) from letters l
    where l.dispatch_id = x.id and l.state = 'queued' and ${letterMayGo}), '/',
  (select string_agg(g.id::text, ',' order by g.id) from letter_names t
    join signatures g on g.id = t.signature_id
    join supporters s on s.id = g.supporter_id where t.dispatch_id = x.id and ${nameGoesWith(sql`x.id`)}))
      else '' end`;

/** sha256 (hex) of `frameNow` and what is included: what an approval page displayed. */
export const previewSha256 = sql`encode(sha256(convert_to((${frameNow})::text || ${wouldGo}, 'UTF8')), 'hex')`;

/** Names of `dispatchFrameParts` that changed since dispatch `x` was approved or, before that, submitted. */
export const differsNow: SQL<DispatchFramePart[]> = sql`array(select n.key from jsonb_each(${frameNow}) n
  where x.submitted_at is not null and n.value is distinct from
    case when x.approved_at is not null then x.approved_frame
      else x.submitted_frame end -> n.key order by n.key)`;

/** True while the approver of dispatch `x` may still approve in its campaign; the operator always may. */
export const approverMayStill: SQL<boolean> = stillApproves(sql`x.campaign_id`, sql`x.approved_by_id`);

/**
 * Hashes (sha256, in hex) what emails of dispatches to a company say besides their words: of the campaign,
 * and of each recipient there. A page where somebody writes shows it, and a submission is of what the page
 * showed.
 */
export async function readDispatchDigest(db: DbOrTx, of: OfCompany): Promise<string> {
  const [row] = await db.execute<{ sha256: string }>(sql`
    select encode(sha256(convert_to(jsonb_build_array(c.title, c.operator, c.postal_address, c.sender_name,
      c.sender_address,
      coalesce(c.reply_to, c.contact_email), c.funding_line,
      (select jsonb_agg(jsonb_build_array(r.public_id, r.name, r.email, r.postal_address) order by r.id)
        from letter_recipients r where r.campaign_id = c.id and r.company_id = ${companyOf(of)}
          and r.retired_at is null))::text, 'UTF8')), 'hex') as sha256
    from campaigns c where c.id = ${of.campaignId}`);
  if (!row) throw new Error("no such campaign");
  return row.sha256;
}
