import { sql } from "drizzle-orm";
import { screenName } from "#app/domain/screening/screen.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { DbOrTx } from "#db/index.ts";
import { asListed, type NameRow, namesPerPage } from "./list-signers.server.ts";
import type { NamePage } from "./listed-name.ts";

type Screened = NameRow & { kept: boolean };

/**
 * Lists a page of holders who pledge for a meeting and chose to be shown, newest first: only name or initials
 * and country, fund holders included. Leaves out names in which screening finds something, unless an
 * organizer kept the same name under the petition. `after` may have left the list since; null if it is no
 * pledge for the meeting.
 */
export async function listNamedHolders(
  db: DbOrTx,
  { campaignId, meetingId }: { campaignId: number; meetingId: number },
  after: string | null = null,
): Promise<NamePage | null> {
  const ofMeeting = sql`p.campaign_id = ${campaignId} and p.meeting_id = ${meetingId}`;
  let older = sql``;
  if (after !== null) {
    if (!isUuid(after)) return null;
    const [place] = await db.execute<{ at: string; id: string }>(sql`
      select p.confirmed_at::text as at, p.id::text from pledges p
      where p.public_id = ${after} and ${ofMeeting} and p.confirmed_at is not null`);
    if (!place) return null;
    older = sql`and (p.confirmed_at, p.id) < (${place.at}::timestamptz, ${place.id}::bigint)`;
  }
  const rows = await db.execute<Screened>(sql`
    select p.public_id as "publicId", s.name, p.display::text as display, s.country,
      coalesce(r.state = 'kept' and r.name_sha256 = sha256(convert_to(s.name, 'UTF8')), false) as kept
    from pledges p join supporters s on s.id = p.supporter_id
    left join signatures g on g.supporter_id = p.supporter_id and g.campaign_id = p.campaign_id
    left join name_reviews r on r.signature_id = g.id
    where ${ofMeeting} and p.status = 'active' and p.display <> 'anonymous' ${older}
      and exists (select from consents c where c.supporter_id = p.supporter_id
        and c.campaign_id = p.campaign_id
        and c.purpose = 'public_name' and c.revoked_at is null and c.import_id is null)
      and (r.state is null or r.state = 'kept') and g.state is distinct from 'invalidated'
    order by p.confirmed_at desc, p.id desc limit ${namesPerPage + 1}`);
  const page = rows.slice(0, namesPerPage);
  const watched = await db.execute<{ name: string }>(sql`
    select name from watched_names where campaign_id = ${campaignId} order by id`);
  const names = watched.map(({ name }) => name);
  const fine = await Promise.all(
    page.map(async ({ name, kept }) => kept || (await screenName({ name, watched: names })).length === 0),
  );
  return {
    names: page.filter((_, n) => fine[n]).map(({ kept: _kept, ...row }) => asListed(row)),
    older: rows.length > namesPerPage ? (page.at(-1)?.publicId ?? null) : null,
  };
}
