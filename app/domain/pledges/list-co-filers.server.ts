import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { type ListScope, maySeeNames } from "../organizers/list-signatures.server.ts";
import type { CoFilerState } from "./co-filer.ts";
import { isCoFiler } from "./is-co-filer.server.ts";
import type { HoldingForm, PledgeKind, TenureBucket, Verification } from "./pledge.ts";

export type CoFiler = {
  publicId: string;
  name: string;
  email: string;
  country: string;
  kind: PledgeKind;
  holdingForm: HoldingForm;
  verification: Verification;
  /** `YYYY-MM` */
  heldSinceMonth: string | null;
  tenureBucket: TenureBucket | null;
  state: CoFilerState;
  /** ISO 8601; null while nobody has written to them. */
  changedAt: string | null;
};

/** The longest pipeline that one page shows. */
export const coFilersAtMost = 500;

/**
 * Those who are willing to co-file for one meeting and agreed to be written to about it, those who waited
 * longest first, and how many are willing and did not agree: of these nobody is told more than the number.
 */
export async function listCoFilers(db: Db, scope: ListScope & { meetingId: number }) {
  const ofMeeting = sql`p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId}
    and ${maySeeNames(scope)}`;
  const coFilers = await db.execute<CoFiler>(sql`
    select p.public_id as "publicId", s.name, s.email, s.country, p.kind, p.holding_form as "holdingForm",
      p.verification, to_char(p.held_since_month, 'YYYY-MM') as "heldSinceMonth",
      p.tenure_bucket as "tenureBucket", coalesce(f.state, 'interested') as state,
      to_char(f.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
    from pledges p join supporters s on s.id = p.supporter_id
    left join co_filers f on f.series = p.series
    where ${ofMeeting} and ${isCoFiler}
    order by coalesce(f.changed_at, p.confirmed_at), p.id limit ${coFilersAtMost}`);
  const [others] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pledges p
    where ${ofMeeting} and p.status = 'active' and not (${isCoFiler})
      and exists (select 1 from pledge_willing w where w.pledge_id = p.id and w.willing = 'cofile')`);
  return { coFilers: [...coFilers], notAsked: others?.n ?? 0 };
}
