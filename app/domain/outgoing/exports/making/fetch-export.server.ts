import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { frozenCampaigns, type LetIn, stopWhenForbidden } from "#app/domain/access/freeze.server.ts";
import type { CsvFile } from "#app/domain/outgoing/exports/formats/csv-file.server.ts";
import { streamExport } from "#app/domain/outgoing/exports/formats/stream-export.server.ts";
import { keepLease, leasedUntil } from "#app/domain/outgoing/exports/lease.server.ts";
import { openList } from "#app/domain/outgoing/exports/lists/open-list.server.ts";
import type { ListOf } from "#app/domain/outgoing/exports/presets.ts";
import { mayTake, rightFor } from "#app/domain/outgoing/exports/rights.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";

type FetchInput = { id: string; campaignId: number; organizerId: string; by?: LetIn };

export type Fetched =
  | { outcome: "streaming"; file: CsvFile; list: ListOf; createdAt: Date }
  /** Not this organizer's, or it does not exist. */
  | { outcome: "unknown" }
  /** Fetched before, being fetched, or requested more than a day ago. */
  | { outcome: "over" }
  /** The maximum number of files is being sent. */
  | { outcome: "busy" };

/** Concurrent downloads: each takes a database connection while it lasts. */
const atOnce = 3;

type Row = ListOf & { createdAt: string; free: boolean };

/**
 * Starts sending the file of an export to the organizer who requested it. A file is sent once, within a day;
 * one that broke off may be fetched again.
 */
export async function fetchExport(db: Db, keys: Keys, input: FetchInput, now = new Date()): Promise<Fetched> {
  const at = now.toISOString();
  const actor = `organizer:${input.organizerId}` as const;
  const lease = randomUUID();
  const begun = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('exports', 0))`);
    const [row] = await tx.execute<Row>(sql`
      select e.preset, e.filter, e.created_at as "createdAt",
        e.completed_at is null and e.created_at > ${at}::timestamptz - interval '1 day'
          and (e.lease_until is null or e.lease_until < now()) as free
      from exports e
      join campaign_organizers o on o.campaign_id = e.campaign_id and o.organizer_id = e.organizer_id
      where e.id = ${input.id} and not e.kept and e.campaign_id not in ${frozenCampaigns}
        and e.campaign_id = ${input.campaignId} and e.organizer_id = ${input.organizerId}
        and ${mayTake(sql`e.preset`, "o")}`);
    if (!row) return { outcome: "unknown" } as const;
    if (!row.free) return { outcome: "over" } as const;

    const [busy] = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from exports
      where completed_at is null and not kept and lease_until > now()`);
    if ((busy?.n ?? 0) >= atOnce) return { outcome: "busy" } as const;

    await tx.execute(sql`
      update exports set started_at = ${at}, aborted_at = null, lease_id = ${lease},
        lease_until = ${leasedUntil}
      where id = ${input.id} and campaign_id = ${input.campaignId}`);
    const { createdAt, free: _free, ...list } = row;
    const { id, campaignId } = input;
    await recordAudit(tx, { actor, action: "export-started", campaignId, subject: id, detail: list }, now);
    const started = { id, campaignId, actor, list, lease };
    return { outcome: "begun", started, createdAt: new Date(createdAt) } as const;
  });
  if (begun.outcome !== "begun") return begun;

  const { started, createdAt } = begun;
  const end = keepLease(db, started);
  const list = await streamExport(db, started, () => openList(db, keys, started)).catch((error) => {
    end();
    throw error;
  });
  list.once("close", end);
  const file = stopWhenForbidden(db, { ...started, right: rightFor(started.list), by: input.by }, list);
  return { outcome: "streaming", file, list: started.list, createdAt };
}
