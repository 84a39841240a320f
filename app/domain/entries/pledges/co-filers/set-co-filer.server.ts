import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { lockPledge, viewMarks } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type CoFilerState, isStep } from "./co-filer.ts";
import { isCoFiler } from "./list-co-filers.server.ts";

type SetInput = {
  /** `organizerId` null: the operator. */
  scope: { campaignId: number; organizerId: string | null };
  /** Of any version: the step belongs to the whole pledge. */
  publicId: string;
  /** The state displayed on the page: steps from another state are refused. */
  from: CoFilerState;
  to: CoFilerState;
};

export type CoFilerSet =
  | { outcome: "recorded" }
  /** No longer willing, no longer agreed to emails, not in force, or not the actor's to move. */
  | { outcome: "not-a-co-filer" }
  /** Somebody else moved them in the meantime, or there is no such step. */
  | { outcome: "not-from-there" };

/**
 * Moves a holder one step in the pipeline of co-filers, if they are still willing to co-file and agree to
 * emails about it.
 */
export async function setCoFiler(
  db: Db,
  keys: Keys,
  { scope, publicId, from, to }: SetInput,
  now = new Date(),
): Promise<CoFilerSet> {
  if (!isStep(from, to)) return { outcome: "not-from-there" };
  const { campaignId, organizerId } = scope;
  const at = now.toISOString();
  const actor = actorOf(organizerId);
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    if (!known) return { outcome: "not-a-co-filer" } as const;
    const [found] = await tx.execute<{ id: number; publicId: string }>(sql`
      select p.id::int as id, p.public_id as "publicId"
      from pledges p
      where p.series = ${known.series} and p.campaign_id = ${campaignId}
        and ${mayAct(actor, campaignId, "check-papers")} and ${isCoFiler}`);
    if (!found) return { outcome: "not-a-co-filer" } as const;

    const moved = await tx.execute(sql`
      insert into co_filers (series, pledge_id, state, changed_at, changed_by)
      select ${known.series}, ${found.id}, ${to}, ${at}::timestamptz, ${organizerId}::uuid
      where ${from} = 'interested' or exists (select 1 from co_filers where series = ${known.series})
      on conflict (series) do update
        set state = excluded.state, pledge_id = excluded.pledge_id,
          changed_at = excluded.changed_at, changed_by = excluded.changed_by
        where co_filers.state = ${from}
      returning series`);
    if (moved.length === 0) return { outcome: "not-from-there" } as const;

    const detail = { pledge: viewMarks(keys, found.publicId)[0], from, to };
    await recordAudit(
      tx,
      { actor, action: "co-filer-changed", campaignId, subject: randomUUID(), detail },
      now,
    );
    return { outcome: "recorded" } as const;
  });
}
