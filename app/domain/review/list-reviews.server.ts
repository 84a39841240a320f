import { sql } from "drizzle-orm";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { type ReviewState, reviewsPerPage } from "./review.ts";
import { type ReviewReason, reviewReasons } from "./scoring/signal.ts";

export type ListedReview = {
  publicId: string;
  name: string;
  email: string;
  country: string;
  source: string | null;
  signedAt: string;
  reasons: ReviewReason[];
  score: number;
  decidedBy: string | null;
  decidedAt: string | null;
};

export type ReviewFilter = {
  state: ReviewState;
  /** The weightiest reason; null: any. */
  reason: ReviewReason | null;
  /** The public id of a review or its signature, in any state. Null: all. */
  about?: string | null;
  /** The public id of the row that the page begins after. */
  after: string | null;
};

/** Only signatures on hold now: not the unconfirmed, withdrawn or erased. */
const inState = (state: ReviewState) =>
  state === "queued" ? sql`r.waiting` : sql`r.state = ${state}::signature_review_state`;

const isAbout = (publicId: string) =>
  sql`(r.public_id = ${publicId} or r.signature_id = (select id from signatures where public_id = ${publicId}))`;

/** Lists a page of signatures in one state, in the order in which they were found, by index. */
export async function listReviews(
  db: Db,
  scope: ListScope,
  { state, reason, about = null, after }: ReviewFilter,
): Promise<{ reviews: ListedReview[]; next: string | null }> {
  const { campaignId } = scope;
  const cursor = sql`(select id from signature_reviews
      where campaign_id = ${campaignId} and public_id = ${after})`;
  const rows = await db.execute<ListedReview>(sql`
    select r.public_id as "publicId", p.name, p.email, p.country, s.source, s.signed_at as "signedAt",
      r.reasons, r.score, o.name as "decidedBy", r.decided_at as "decidedAt"
    from (select * from signature_reviews r where r.campaign_id = ${campaignId} and ${about === null ? inState(state) : isAbout(about)}
      and ${maySeeNames(scope)}
        ${reason === null ? sql`` : sql`and r.main = ${reason}`}
          ${after === null ? sql`` : sql`and r.id > ${cursor}`}
      order by r.id limit ${reviewsPerPage + 1}) r
    join signatures s on s.id = r.signature_id join supporters p on p.id = s.supporter_id
    left join organizers o on o.id = r.decided_by_id
    order by r.id`);
  const reviews = rows
    .slice(0, reviewsPerPage)
    .map(
      (row): ListedReview => ({
        ...row,
        signedAt: new Date(row.signedAt).toISOString(),
        decidedAt: row.decidedAt && new Date(row.decidedAt).toISOString(),
      }),
    );
  return { reviews, next: rows.length > reviewsPerPage ? (reviews.at(-1)?.publicId ?? null) : null };
}

/** Counting stops here: more are "many". */
const countedAtMost = 1000;

/** Counts waiting reviews by heaviest reason, and those decided: each up to a thousand. */
export async function countReviews(db: Db, { campaignId }: { campaignId: number }) {
  const some = (condition: ReturnType<typeof sql>) => sql`(select count(*)::int from (
    select from signature_reviews r where r.campaign_id = ${campaignId} and ${condition}
    limit ${countedAtMost}) counted)`;
  const rows = await db.execute<{ what: ReviewState | ReviewReason; n: number }>(sql`
    ${sql.join(
      [
        ...(["queued", "kept", "invalidated"] as const).map(
          (state) => sql`select ${state} as what, ${some(inState(state))} as n`,
        ),
        ...reviewReasons.map(
          (reason) => sql`select ${reason} as what, ${some(sql`r.waiting and r.main = ${reason}`)} as n`,
        ),
      ],
      sql` union all `,
    )}`);
  const counted = new Map(rows.map(({ what, n }) => [what, n]));
  const of = <T extends ReviewState | ReviewReason>(keys: readonly T[]) =>
    Object.fromEntries(keys.map((key) => [key, counted.get(key) ?? 0])) as Record<T, number>;
  return { states: of(["queued", "kept", "invalidated"]), reasons: of(reviewReasons), atMost: countedAtMost };
}
