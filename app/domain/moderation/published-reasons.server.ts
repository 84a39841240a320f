import { sql } from "drizzle-orm";
import { initialsOf } from "#app/domain/entries/letters/published/public-letter.ts";
import { commentsPublicSince, maxCommentLength } from "#app/domain/entries/signatures/signature.ts";
import { isPublicEntry } from "#app/domain/names/readable.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { DbOrTx } from "#db/index.ts";
import type { PublishedReason } from "./comment-review.ts";

const voicesAPage = 60;

type Which = {
  campaignId: number;
  /** Only in this language. */
  locale?: string;
  /** Only those approved before this one. */
  before?: string;
  atMost: number;
  /** Most characters of one. */
  longest?: number;
};

/**
 * Lists the comments a campaign may show, newest approved first: of signatures that count, whose persons
 * agreed under a text that says so, approved by an organizer as they are now. A name that looks wrong, or
 * that nobody has reviewed, keeps its comment away. Reads only the 500 approved last before that, so that it
 * stays quick.
 */
export async function publishedReasons(
  db: DbOrTx,
  { campaignId, locale, before, atMost, longest = maxCommentLength }: Which,
): Promise<PublishedReason[]> {
  const earlier = before
    ? sql`and (decided_at, id) < (select decided_at, id from comment_reviews
        where public_id = ${before} and campaign_id = ${campaignId})`
    : sql``;
  const rows = await db.execute<Omit<PublishedReason, "by"> & { name: string; display: string }>(sql`
    select r.public_id as "publicId", p.locale as language, p.name, s.display::text as display, p.country,
      s.comment, to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD') as "signedOn"
    from (select * from comment_reviews where campaign_id = ${campaignId} and state = 'kept' ${earlier}
        order by decided_at desc, id desc limit 500) r
      join signatures s on s.id = r.signature_id join supporters p on p.id = s.supporter_id
    where ${isPublicEntry} and ${locale ? sql`p.locale = ${locale}` : sql`true`}
      and char_length(s.comment) <= ${longest}
      and r.comment_sha256 = sha256(convert_to(s.comment, 'UTF8'))
      and exists (select from consents c where c.supporter_id = s.supporter_id
        and c.campaign_id = s.campaign_id
        and c.purpose = 'public_name' and c.revoked_at is null and c.import_id is null
        and c.text_version >= ${commentsPublicSince})
      and not exists (select from names_awaiting_review n where n.signature_id = s.id)
      and not exists (select from name_reviews n where n.signature_id = s.id and n.state <> 'kept')
    order by r.decided_at desc, r.id desc limit ${atMost}`);
  return rows.map(({ name, display, ...row }) => ({
    ...row,
    by: display === "public" ? name : initialsOf(name),
  }));
}

/** Lists a page of published comments, in every language, after `before`. Null if that names none. */
export async function listVoices(
  db: DbOrTx,
  campaignId: number,
  before?: string,
): Promise<{ voices: PublishedReason[]; older: string | null } | null> {
  if (before !== undefined && !(await isVoice(db, campaignId, before))) return null;
  const found = await publishedReasons(db, {
    campaignId,
    atMost: voicesAPage + 1,
    ...(before !== undefined && { before }),
  });
  const voices = found.slice(0, voicesAPage);
  return { voices, older: found.length > voicesAPage ? (voices.at(-1)?.publicId ?? null) : null };
}

async function isVoice(db: DbOrTx, campaignId: number, publicId: string): Promise<boolean> {
  if (!isUuid(publicId)) return false;
  const found = await db.execute(sql`
    select from comment_reviews
    where public_id = ${publicId} and campaign_id = ${campaignId} and decided_at is not null`);
  return found.length > 0;
}
