import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { rolesWith } from "../organizers/organizer.ts";
import type { CsvFile } from "./csv-file.server.ts";
import type { ExportFilter, ExportPreset } from "./presets.ts";
import { type StartedExport, streamExport } from "./stream-export.server.ts";

type FetchInput = { id: string; campaignId: number; organizerId: string };

export type Fetched =
  | { outcome: "streaming"; file: CsvFile; preset: ExportPreset; createdAt: Date }
  /** Not this organizer's, or there is none. */
  | { outcome: "unknown" }
  /** Fetched before, being fetched, or asked for more than a day ago. */
  | { outcome: "over" }
  /** As many files are going out as may at once. */
  | { outcome: "busy" };

/** Files that may go out at the same time: each holds a connection to the database while it lasts. */
const atOnce = 3;

type Row = { preset: ExportPreset; filter: ExportFilter; created_at: string; free: boolean };

/**
 * Begins to send the file of an export to the organizer who asked for it. A file goes out once, within
 * a day; one that broke off may be fetched again.
 */
export async function fetchExport(db: Db, input: FetchInput, now = new Date()): Promise<Fetched> {
  const at = now.toISOString();
  const actor = `organizer:${input.organizerId}` as const;
  const begun = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('exports', 0))`);
    const [row] = await tx.execute<Row>(sql`
      select e.preset, e.filter, e.created_at,
        e.completed_at is null and e.created_at > ${at}::timestamptz - interval '1 day'
          and (e.started_at is null or e.aborted_at >= e.started_at
            or e.started_at < ${at}::timestamptz - interval '1 hour') as free
      from exports e
      join campaign_organizers o on o.campaign_id = e.campaign_id and o.organizer_id = e.organizer_id
      where e.id = ${input.id} and e.campaign_id = ${input.campaignId} and e.organizer_id = ${input.organizerId}
        and o.role in ${rolesWith("export-signatures")}`);
    if (!row) return { outcome: "unknown" } as const;
    if (!row.free) return { outcome: "over" } as const;

    const [busy] = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from exports
      where completed_at is null and started_at > ${at}::timestamptz - interval '1 hour'
        and (aborted_at is null or aborted_at < started_at)`);
    if ((busy?.n ?? 0) >= atOnce) return { outcome: "busy" } as const;

    await tx.execute(sql`
      update exports set started_at = ${at}, aborted_at = null
      where id = ${input.id} and campaign_id = ${input.campaignId}`);
    const { preset, filter } = row;
    const { id, campaignId } = input;
    await recordAudit(
      tx,
      { actor, action: "export-started", campaignId, subject: id, detail: { preset, filter } },
      now,
    );
    const started: StartedExport = { id, campaignId, actor, preset, filter };
    return { outcome: "begun", started, createdAt: new Date(row.created_at) } as const;
  });
  if (begun.outcome !== "begun") return begun;

  const file = await streamExport(db, begun.started);
  return { outcome: "streaming", file, preset: begun.started.preset, createdAt: begun.createdAt };
}
