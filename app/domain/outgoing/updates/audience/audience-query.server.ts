import { type SQL, sql } from "drizzle-orm";
import { actsIn } from "./acts.ts";
import type { Audience, AudienceAction } from "./audience.ts";

type Scope = {
  campaignId: number;
  audience: Audience;
  /** Only people who consented by then. */
  until: Date;
  /** Only consents that were stored by then: the id of the newest. */
  through?: number | null;
  /** Nobody who got, or should have got, an update of this chain: an update and those that continue it. */
  notIn: number | null;
  /** Of one that goes by itself: only people whose act was after the first time and until the second. */
  acted?: { since: SQL; until: SQL };
};

/**
 * Selects an update's audience as `from … where …` over `supporters s`: a confirmed address, or one imported
 * with its consent on record, and this campaign's consent `updates` in force. Suppression is checked when an
 * email is about to go.
 */
export function audienceQuery(scope: Scope): SQL {
  const { campaignId, audience, until, through = null, notIn, acted } = scope;
  const { countries, languages, did, since } = audience;
  return sql`from supporters s
    join consents a on a.supporter_id = s.id and a.campaign_id = ${campaignId} and a.purpose = 'updates'
      and a.revoked_at is null and a.granted_at <= ${until.toISOString()}::timestamptz
      ${through === null ? sql`` : sql`and a.id <= ${through}`}
      ${since === null ? sql`` : sql`and a.granted_at >= ${since}::date`}
    where (s.confirmed_at is not null or a.import_id is not null)
      ${countries.length === 0 ? sql`` : sql`and s.country in ${countries}`}
      ${languages.length === 0 ? sql`` : sql`and s.locale in ${languages}`}
      ${didIt(campaignId, did)}
      ${pledgedSo(campaignId, audience)}
      ${actedThen(campaignId, audience, acted)}
      ${
        notIn === null
          ? sql``
          : sql`and not exists (select from outbox d where d.supporter_id = s.id
        and d.template = 'update'
        and d.update_id in (select id from updates where id = ${notIn} or continues_id = ${notIn}))`
      }`;
}

function didIt(campaignId: number, did: AudienceAction): SQL {
  switch (did) {
    case "anything":
      // Fakers are not readers; invalid signatures are few, so they are looked up by their state.
      return sql`and s.id not in (select g.supporter_id from signatures g
        where g.campaign_id = ${campaignId} and g.state = 'invalidated')`;
    case "signed":
      // Signers on hold get it like everyone: a missing email would tell them (decision 20).
      return sql`and exists (select from signatures g where g.supporter_id = s.id
        and g.campaign_id = ${campaignId} and g.state in ('confirmed', 'quarantined'))`;
    case "pledged":
      return sql`and exists (select from pledges p where p.supporter_id = s.id
        and p.campaign_id = ${campaignId} and p.status = 'active')`;
    case "wrote":
      // A letter on hold counts, or the missing email would tell its writer. A refused one does not.
      return sql`and exists (select from letters l where l.supporter_id = s.id
        and l.campaign_id = ${campaignId} and l.state not in ('email_pending', 'withdrawn', 'refused'))`;
  }
}

/** Leaves out people who have done by now what the email asks for. */
function actedThen(campaignId: number, { after }: Audience, acted: Scope["acted"]): SQL {
  if (!after || !acted) return sql``;
  const { act, unless } = after;
  return sql`and s.id in (select x.supporter_id from ${sql.raw(actsIn(campaignId, act))} x
      where x.at > ${acted.since} and x.at <= ${acted.until})
    ${
      unless === null
        ? sql``
        : sql`and not exists (select from ${sql.raw(actsIn(campaignId, unless))} o
            where o.supporter_id = s.id)`
    }`;
}

/** One active pledge must meet all conditions. Other pledges of the person do not help. */
function pledgedSo(campaignId: number, { holding, willing, companies }: Audience): SQL {
  if (holding.length + willing.length + companies.length === 0) return sql``;
  return sql`and exists (select from pledges p where p.supporter_id = s.id
    and p.campaign_id = ${campaignId} and p.status = 'active'
    ${
      holding.length === 0
        ? sql``
        : sql`and case p.kind when 'direct' then p.holding_form::text else p.kind::text end in ${holding}`
    }
    ${
      willing.length === 0
        ? sql``
        : sql`and exists (select from pledge_willing w where w.pledge_id = p.id
            and w.willing::text in ${willing})`
    }
    ${
      companies.length === 0
        ? sql``
        : sql`and p.meeting_id in (select m.id from meetings m join targets t on t.id = m.target_id
            where t.slug in ${companies})`
    })`;
}
