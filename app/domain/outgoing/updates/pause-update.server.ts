import { and, eq, inArray, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import type { OnUpdate } from "./lock-update.server.ts";
import { type PauseReason, type StopReason, unreadable } from "./update.ts";

type Pause = {
  updateId: number;
  reason: PauseReason;
  /** Our code for the provider's error, if that is the reason. */
  problem: string | null;
  actor: Actor;
};

/** Reasons to pause an update before it begins. */
const beforeItBegins: readonly PauseReason[] = ["not-ready", "differs"];

/**
 * Pauses an update being sent; calls under way are settled as they end. Unless an organizer paused it, emails
 * the approvers. False when it was not being sent.
 */
export async function pauseUpdate(
  tx: Tx,
  { updateId, reason, problem, actor }: Pause,
  now: Date,
): Promise<boolean> {
  const [paused] = await tx
    .update(updates)
    .set({ state: "paused", pausedAt: now, pauseReason: reason, pauseProblem: problem })
    .where(
      and(
        eq(updates.id, updateId),
        inArray(updates.state, beforeItBegins.includes(reason) ? ["scheduled", "sending"] : ["sending"]),
      ),
    )
    .returning({ publicId: updates.publicId, campaignId: updates.campaignId });
  if (!paused) return false;

  const { publicId, campaignId } = paused;
  await recordAudit(
    tx,
    { actor, action: "update-paused", campaignId, subject: publicId, detail: { reason, problem } },
    now,
  );
  if (reason !== "organizer") await tellOrganizers(tx, updateId, campaignId, now);
  return true;
}

async function tellOrganizers(tx: Tx, updateId: number, campaignId: number, now: Date): Promise<void> {
  const email = { organizerId: sql`o.id`, campaignId: sql`m.campaign_id`, updateId, createdAt: now };
  const from = sql`from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} and ${hasRight("approve", "m")}
      and o.activated_at is not null and o.disabled_at is null`;
  await queueEmails(tx, "update-paused", email, from);
}

/** Pauses an update whose emails the provider refuses until a person fixes that. */
export const pauseForProvider = (
  tx: Tx,
  updateId: number,
  { cause, problem }: { cause: "quota" | "account"; problem: string },
  now: Date,
): Promise<boolean> =>
  pauseUpdate(
    tx,
    { updateId, reason: cause === "quota" ? "quota" : "provider", problem, actor: "system" },
    now,
  );

/** Pauses an update whose emails cannot be rendered as approved. */
export const pauseUnwritable = (
  db: Db,
  { updateId, why }: { updateId: number; why: StopReason },
  now = new Date(),
): Promise<boolean> => {
  const because =
    why === "differs"
      ? ({ reason: "differs", problem: null } as const)
      : ({ reason: "not-ready", problem: unreadable } as const);
  return db.transaction((tx) => pauseUpdate(tx, { updateId, ...because, actor: "system" }, now));
};

/** Stops an update by the wish of an organizer or the operator. */
export async function pauseByOrganizer(
  db: Db,
  { campaignId, publicId, actor }: OnUpdate,
  now = new Date(),
): Promise<{ outcome: "paused" | "not-sending" }> {
  return db.transaction(async (tx) => {
    const [update] = await tx
      .select({ id: updates.id })
      .from(updates)
      .where(
        and(
          eq(updates.campaignId, campaignId),
          eq(updates.publicId, publicId),
          mayAct(actor, campaignId, "write"),
        ),
      );
    if (!update) return { outcome: "not-sending" };
    const pause = { updateId: update.id, reason: "organizer", problem: null, actor } as const;
    return { outcome: (await pauseUpdate(tx, pause, now)) ? "paused" : "not-sending" };
  });
}
