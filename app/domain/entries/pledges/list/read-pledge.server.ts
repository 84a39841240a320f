import { sql } from "drizzle-orm";
import type { CoFilerState } from "#app/domain/entries/pledges/co-filers/co-filer.ts";
import type {
  AccountFlag,
  FundOutcome,
  HoldingForm,
  PledgeKind,
  PledgeOutcome,
  PledgeStatus,
  RecordDateHolding,
  StandingInstruction,
  TenureBucket,
  Verification,
  VoteIntention,
  Willingness,
} from "#app/domain/entries/pledges/pledge.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { listedState } from "./list-pledges.server.ts";
import type { ListedState } from "./pledge-list.ts";

/** A version of a pledge as organizers see it, without its holding. Times are ISO 8601. */
export type ReadPledge = {
  publicId: string;
  version: number;
  status: PledgeStatus;
  /** As listed, or `superseded` for an older version. */
  state: ListedState | "superseded";
  name: string;
  email: string;
  country: string;
  locale: string;
  kind: PledgeKind;
  holdingForm: HoldingForm;
  /** Whether a number or a range was given; null once wiped, and for a fund. */
  told: "number" | "range" | null;
  /** `YYYY-MM` */
  heldSinceMonth: string | null;
  tenureBucket: TenureBucket | null;
  accountFlags: AccountFlag[];
  heldOnRecordDate: RecordDateHolding;
  standingInstruction: StandingInstruction;
  willing: Willingness[];
  intentions: { number: number | null; title: string | null; intention: VoteIntention }[];
  comment: string | null;
  /** The fund's manager, as its holder typed it. */
  fundManager: string | null;
  display: "anonymous" | "initials" | "public";
  verification: Verification;
  verifiedAt: string | null;
  verifiedBy: string | null;
  reviewedAt: string | null;
  reviewedBy: string | null;
  outcome: PledgeOutcome;
  outcomeAt: string | null;
  fundOutcome: FundOutcome;
  fundOutcomeAt: string | null;
  remindersWanted: boolean;
  disclosureVersion: string;
  createdAt: string;
  confirmedAt: string | null;
  withdrawnAt: string | null;
  meeting: { year: number; meetingOn: string | null };
  /** What identifies the meeting's company. */
  company: string;
  versions: { publicId: string; version: number; state: ListedState | "superseded"; createdAt: string }[];
  consents: { purpose: string; grantedAt: string; revokedAt: string | null; textVersion: string }[];
  /** Without the one whose day depends on the holding: viewing the holding shows it. */
  reminders: {
    reminder: string;
    state: "scheduled" | "queued" | "cancelled" | "missed";
    dueAt: string;
    queuedAt: string | null;
  }[];
  coFiler: { state: CoFilerState; changedAt: string } | null;
};

const iso = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const asList = (query: ReturnType<typeof sql>) => sql`coalesce((select json_agg(x) from (${query}) x), '[]')`;

/** Reads one pledge with all its parts, for an organizer who may see names. Null for all others. */
export async function readPledge(db: Db, scope: ListScope, publicId: string): Promise<ReadPledge | null> {
  const [row] = await db.execute<ReadPledge>(sql`
    select p.public_id as "publicId", p.version, p.status, ${listedState} as state,
      s.name, s.email, s.country, s.locale, p.kind, p.holding_form as "holdingForm",
      case when p.shares_enc is not null then 'number' when p.bucket_enc is not null then 'range' end as told,
      to_char(p.held_since_month, 'YYYY-MM') as "heldSinceMonth", p.tenure_bucket as "tenureBucket",
      p.account_flags as "accountFlags", p.held_on_record_date as "heldOnRecordDate",
      p.standing_instruction as "standingInstruction", p.comment, p.fund_manager as "fundManager", p.display,
      p.verification, ${iso(sql`p.verified_at`)} as "verifiedAt", checker.name as "verifiedBy",
      ${iso(sql`p.reviewed_at`)} as "reviewedAt", reviewer.name as "reviewedBy",
      p.outcome, ${iso(sql`p.outcome_at`)} as "outcomeAt", p.fund_outcome as "fundOutcome",
      ${iso(sql`p.fund_outcome_at`)} as "fundOutcomeAt", p.reminders as "remindersWanted",
      p.disclosure_version as "disclosureVersion", ${iso(sql`p.created_at`)} as "createdAt",
      ${iso(sql`p.confirmed_at`)} as "confirmedAt", ${iso(sql`p.withdrawn_at`)} as "withdrawnAt",
      json_build_object('year', m.year, 'meetingOn', m.meeting_on) as meeting,
      (select t.slug from targets t where t.id = m.target_id) as company,
      (select coalesce(array_agg(w.willing::text order by w.willing), '{}') from pledge_willing w
        where w.pledge_id = p.id) as willing,
      ${asList(sql`select b.number, b.title, i.intention from pledge_intentions i
        left join ballot_items b on b.id = i.ballot_item_id
        where i.pledge_id = p.id order by b.id is not null, b.number, b.id`)} as intentions,
      ${asList(sql`select v.public_id as "publicId", v.version, v.state,
        ${iso(sql`v.created_at`)} as "createdAt"
        from (select p.*, ${listedState} as state from pledges p) v
        where v.supporter_id = p.supporter_id and v.series = p.series order by v.version desc`)} as versions,
      ${asList(sql`select c.purpose, ${iso(sql`c.granted_at`)} as "grantedAt",
        ${iso(sql`c.revoked_at`)} as "revokedAt",
          c.text_version as "textVersion"
        from consents c where c.supporter_id = p.supporter_id and c.campaign_id = p.campaign_id
          and (c.company_id is null or c.company_id = m.target_id)
        order by c.granted_at, c.id`)} as consents,
      ${asList(sql`select r.reminder, r.state, ${iso(sql`r.due_at`)} as "dueAt",
        ${iso(sql`r.queued_at`)} as "queuedAt"
        from pledge_reminders r where r.series = p.series and r.reminder <> 'tier-unlocks'
        order by r.due_at, r.id`)} as reminders,
      (select json_build_object('state', f.state, 'changedAt', ${iso(sql`f.changed_at`)})
        from co_filers f where f.series = p.series) as "coFiler"
    from pledges p
    join supporters s on s.id = p.supporter_id
    join meetings m on m.id = p.meeting_id
    left join organizers checker on checker.id = p.verified_by
    left join organizers reviewer on reviewer.id = p.reviewed_by
    where p.public_id = ${publicId} and p.campaign_id = ${scope.campaignId} and ${maySeeNames(scope)}`);
  return row ?? null;
}
