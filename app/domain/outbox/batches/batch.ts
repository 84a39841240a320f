import type { StopReason } from "#app/domain/outgoing/updates/update.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { FrozenBatch, Lane } from "#app/mail/transport.ts";
import type { WriteMails } from "./write-mails.server.ts";

/** Seconds until a call with unknown outcome is retried, with the same key and bytes. The last repeats. */
const repeatSeconds = [1, 5, 15, 60, 300, 900] as const;

/** Returns seconds until the next try, after this many attempts. */
export const repeatAfter = (attempts: number) =>
  repeatSeconds[Math.min(attempts, repeatSeconds.length) - 1] ?? repeatSeconds[0];

/** A call with many emails that only this worker may make until its lease ends. */
export type Call = {
  id: number;
  /** Null: its emails are not of an update. */
  updateId: number | null;
  attempts: number;
  emailIds: number[];
  idempotencyKey: string;
  frozen: FrozenBatch;
};

/** A call with emails of one update. */
export type ClaimedBatch = Call & { updateId: number };

export type BatchClaim =
  | { outcome: "claimed"; batch: ClaimedBatch }
  /** It ended or was split, without a call. */
  | { outcome: "settled" }
  /** The update cannot be rendered as approved: nothing was changed. */
  | { outcome: "unwritable"; updateId: number; why: StopReason }
  | { outcome: "nothing" };

export type Batches = NonNullable<Mailing["transport"]["batches"]>;

/** Waits for the turn to make a call; false when the worker stops during the wait. */
export async function hasTurn(batches: Batches, lane: Lane, stop: AbortSignal): Promise<boolean> {
  try {
    await batches.turn(lane, stop);
    return true;
  } catch (error) {
    if (stop.aborted) return false;
    throw error;
  }
}

/** What it takes to freeze what one call sends. */
export type BatchPorts = { mailing: Mailing; batches: Batches; writeMails: WriteMails };
