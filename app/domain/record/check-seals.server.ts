import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

/** What is wrong with a seal: entries it covers were changed (`altered`), or the chain before it was. */
export type BrokenSeal = { id: number; fromId: number; toId: number; problem: "altered" | "unchained" };

export type SealCheck = {
  seals: number;
  broken: BrokenSeal[];
  /** Entries newer than the newest seal: unprotected. */
  unsealed: number;
  /** SHA-256 of the newest seal, in hex, as printed in manifests. */
  newest: string | null;
};

/** Recomputes every seal from the entries it covers and the seal before it. */
export async function checkSeals(db: DbOrTx): Promise<SealCheck> {
  const broken = await db.execute<{ id: string; fromId: string; toId: string; altered: boolean }>(sql`
    with chain as (
      select *, lag(sha256) over (order by id) as sha256_before, lag(to_id) over (order by id) as to_before
      from audit_seals
    ), checked as (
      select id, from_id, to_id,
        sha256 is distinct from audit_digest(previous, from_id, to_id, form) as altered,
        previous is distinct from coalesce(sha256_before, ''::bytea)
          or from_id is distinct from coalesce(to_before, 0) + 1 as unchained
      from chain
    )
    select id, from_id as "fromId", to_id as "toId", altered from checked where altered or unchained
    order by id`);
  const [sum] = await db.execute<{ seals: string; unsealed: string; newest: string | null }>(sql`
    select count(*) as seals,
      (select count(*) from audit_entries
        where id > (select coalesce(max(to_id), 0) from audit_seals)) as unsealed,
      (select encode(sha256, 'hex') from audit_seals order by id desc limit 1) as newest
    from audit_seals`);
  return {
    seals: Number(sum?.seals ?? 0),
    unsealed: Number(sum?.unsealed ?? 0),
    newest: sum?.newest ?? null,
    broken: broken.map((row) => ({
      id: Number(row.id),
      fromId: Number(row.fromId),
      toId: Number(row.toId),
      problem: row.altered ? "altered" : "unchained",
    })),
  };
}
