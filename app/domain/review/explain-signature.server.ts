import { sql } from "drizzle-orm";
import { meaningIn } from "#app/domain/campaign/petition-signers.server.ts";
import type { SignatureState } from "#app/domain/entries/signatures/signature.ts";
import { listSuppressions } from "#app/domain/queue/find-suppressed.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";
import type { ReviewState } from "./review.ts";
import type { ReviewReason } from "./scoring/signal.ts";

/**
 * Why a signature counts or does not. `apart`: confirmed, under a text that means something else than
 * today's.
 */
export type CountedAs = "yes" | "apart" | Exclude<SignatureState, "confirmed">;

export type ExplainedSignature = {
  publicId: string;
  receiptCode: string;
  name: string;
  country: string;
  email: string;
  counts: CountedAs;
  state: SignatureState;
  signedAt: string;
  confirmedAt: string | null;
  withdrawnAt: string | null;
  invalidatedAt: string | null;
  /** `review`, or `bulk-<number>`. */
  exclusionReason: string | null;
  petitionVersion: number;
  /** The newest confirmation email. */
  confirmation: { state: string; queuedAt: string } | null;
  review: { publicId: string; state: ReviewState; score: number; reasons: ReviewReason[] } | null;
  /** How many recent signatures of the campaign share something with it, by what they share. */
  alike: { kind: string; others: number }[];
  nameReview: { publicId: string; state: string; reasons: string[] } | null;
  /** Its name was not screened yet: it is in no handover until then. */
  awaitsScreening: boolean;
  mayBeHandedOver: boolean;
  suppressions: string[];
};

type Row = Omit<ExplainedSignature, "counts" | "suppressions"> & { isApart: boolean };

/** Explains why a signature counts or does not: by its receipt code, its id or that of its review. */
export async function explainSignature(
  db: Db,
  keys: Keys,
  { campaignId, typed }: { campaignId: number; typed: string },
): Promise<ExplainedSignature | null> {
  const named = isUuid(typed)
    ? sql`(s.public_id = ${typed}
        or s.id = (select signature_id from signature_reviews where public_id = ${typed}))`
    : sql`s.receipt_code = ${typed.toUpperCase()}`;
  const [row] = await db.execute<Row>(sql`
    select s.public_id as "publicId", s.receipt_code as "receiptCode", p.name, p.country, p.email, s.state,
      s.signed_at as "signedAt", s.confirmed_at as "confirmedAt", s.withdrawn_at as "withdrawnAt",
      s.invalidated_at as "invalidatedAt", s.exclusion_reason as "exclusionReason",
      s.petition_version as "petitionVersion", ${meaningIn("v")} <> ${meaningIn("f")} as "isApart",
      (select json_build_object('state', d.state, 'queuedAt', d.created_at) from outbox d
        where d.signature_id = s.id and d.template in ('confirm-signature', 'confirm-reminder')
        order by d.id desc limit 1) as confirmation,
      (select json_build_object('publicId', r.public_id, 'state', r.state, 'score', r.score,
        'reasons', r.reasons) from signature_reviews r where r.signature_id = s.id) as review,
      (select coalesce(json_agg(json_build_object('kind', g.kind, 'others', (select count(*) - 1
          from trace_groups o where o.campaign_id = g.campaign_id and o.kind = g.kind and o.hash = g.hash))
          order by g.kind), '[]') from trace_groups g where g.signature_id = s.id) as alike,
      (select json_build_object('publicId', n.public_id, 'state', n.state, 'reasons', n.reasons)
        from name_reviews n where n.signature_id = s.id) as "nameReview",
      exists (select from names_awaiting_review a where a.signature_id = s.id) as "awaitsScreening",
      exists (select from consents c where c.supporter_id = s.supporter_id and c.campaign_id = s.campaign_id
        and c.purpose = 'deliver_to_company' and c.revoked_at is null) as "mayBeHandedOver"
    from signatures s join supporters p on p.id = s.supporter_id join campaigns k on k.id = s.campaign_id
      join petition_versions v on v.campaign_id = k.id and v.version = s.petition_version
      join petition_versions f on f.campaign_id = k.id and f.version = k.petition_version
    where s.campaign_id = ${campaignId} and ${named}`);
  if (!row) return null;
  const { isApart, ...signature } = row;
  const counts = signature.state !== "confirmed" ? signature.state : isApart ? "apart" : "yes";
  const iso = (at: string | null) => at && new Date(at).toISOString();
  const { confirmation } = signature;
  return {
    ...signature,
    counts,
    signedAt: new Date(signature.signedAt).toISOString(),
    confirmedAt: iso(signature.confirmedAt),
    withdrawnAt: iso(signature.withdrawnAt),
    invalidatedAt: iso(signature.invalidatedAt),
    confirmation: confirmation && {
      state: confirmation.state,
      queuedAt: new Date(confirmation.queuedAt).toISOString(),
    },
    suppressions: await listSuppressions(db, keys, signature.email),
  };
}
