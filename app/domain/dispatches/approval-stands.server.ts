import { type SQL, sql } from "drizzle-orm";
import { stillApproves } from "../organizers/still-approves.server.ts";

/** What every mail of a dispatch says of the office and of the campaign: an approval covers each as it is then. */
export const framed = [
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
export type Framed = (typeof framed)[number];

/** All of `framed` as JSON, of the office `r` and the campaign `c`, as they are now. */
export const frameNow = sql`jsonb_build_object('office-name', r.name, 'office-email', r.email,
  'office-postal', r.postal_address, 'title', c.title, 'operator', c.operator, 'postal-address', c.postal_address,
  'sender-name', c.sender_name, 'sender-address', c.sender_address,
  'reply-to', coalesce(c.reply_to, c.contact_email), 'funding', c.funding_line)`;

/** sha256 of `frameNow` in hexadecimal digits: what a page that asks for an approval has shown. */
export const frameSha256 = sql`encode(sha256(convert_to((${frameNow})::text, 'UTF8')), 'hex')`;

/** Which of `framed` are other now than when the dispatch `x` was approved; none before it is. */
export const differsNow: SQL<Framed[]> = sql`array(select n.key from jsonb_each(${frameNow}) n
  where x.approved_at is not null and x.approved_frame -> n.key is distinct from n.value order by n.key)`;

/** True while who approved the dispatch `x` may still approve in its campaign; the operator always may. */
export const approverStands: SQL<boolean> = stillApproves(sql`x.campaign_id`, sql`x.approved_by_id`);
