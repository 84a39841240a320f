import type { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import { isFrozen, type LetIn, stopWhenForbidden } from "#app/domain/access/freeze.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { lockPack, type OnPack } from "#app/domain/outgoing/packs/lock-pack.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import type { StartedPack } from "./complete-pack.server.ts";
import { makePack } from "./make-pack.server.ts";
import type { PackPorts } from "./pack-files.server.ts";

export type FetchedPack =
  | { outcome: "streaming"; file: Readable; number: number }
  /** Not of this campaign, or the organizer lacks the right. */
  | { outcome: "gone" }
  /** Not approved, or the approver lost the right. */
  | { outcome: "not-approved" }
  /** It was made, or has expired: request another. */
  | { outcome: "over" }
  | { outcome: "frozen" }
  /** It, or another pack of the site, is being downloaded. */
  | { outcome: "busy" };

/**
 * Starts making an approved pack and sending it to the person who fetches it. First, new names are screened,
 * and the audit log is sealed, so that the newest seal covers request and approval.
 */
export async function fetchPack(
  db: Db,
  ports: PackPorts,
  { by, ...input }: OnPack & { by?: LetIn },
  now = new Date(),
): Promise<FetchedPack> {
  await screenNewNames(db, { now });
  const begun = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('packs', 0))`);
    const pack = await lockPack(tx, input, "export-signatures", now);
    if (!pack) return { outcome: "gone" } as const;
    if (await isFrozen(tx, input.campaignId)) return { outcome: "frozen" } as const;
    const { state, approvedAt } = pack;
    if (state === "asked") return { outcome: "not-approved" } as const;
    if (state === "running" || (await isAnyRunning(tx, now))) return { outcome: "busy" } as const;
    if (approvedAt === null || (state !== "approved" && state !== "aborted")) {
      return { outcome: "over" } as const;
    }
    if (!pack.approverStands) {
      await tx
        .update(packs)
        .set({ approvedAt: null, approvedById: null, approvedAlone: false })
        .where(eq(packs.id, pack.id));
      const entry = { actor: "system", action: "pack-approval-withdrawn", subject: input.publicId } as const;
      const detail = { number: pack.number };
      await recordAudit(tx, { ...entry, campaignId: input.campaignId, detail }, now);
      return { outcome: "not-approved" } as const;
    }
    const startedAt = new Date(now);
    await tx.update(packs).set({ startedAt, abortedAt: null }).where(eq(packs.id, pack.id));
    const { campaignId, publicId, actor } = input;
    const detail = { number: pack.number };
    await recordAudit(tx, { actor, action: "pack-started", campaignId, subject: publicId, detail }, now);
    const { id, companyId, number, askedAt } = pack;
    const approval = !pack.approvedAlone ? "second" : pack.approvedById === null ? "operator" : "alone";
    const started: StartedPack = {
      id,
      publicId,
      number,
      campaignId,
      companyId,
      actor,
      askedAt,
      approvedAt,
      approval,
      startedAt,
    };
    return { outcome: "begun", started } as const;
  });
  if (begun.outcome !== "begun") return begun;
  await sealAuditEntries(db);
  const taker = { ...input, right: "export-signatures", by } as const;
  const file = stopWhenForbidden(db, taker, makePack(db, ports, begun.started));
  return { outcome: "streaming", file, number: begun.started.number };
}

async function isAnyRunning(tx: Parameters<Parameters<Db["transaction"]>[0]>[0], now: Date) {
  const [row] = await tx.execute<{ running: boolean }>(sql`
    select exists (select from packs where made_at is null and (aborted_at is null or aborted_at < started_at)
      and started_at > ${now.toISOString()}::timestamptz - interval '3 hours') as running`);
  return row?.running === true;
}
