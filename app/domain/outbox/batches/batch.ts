import type { StopReason } from "#app/domain/outgoing/updates/update.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { FrozenBatch } from "#app/mail/transport.ts";
import type { WriteMails } from "./write-mails.server.ts";

/** Seconds that a batch belongs to one worker: longer than any try can take. */
export const batchLeaseSeconds = 180;

/** Seconds until a call with unknown outcome is retried, with the same key and bytes. The last repeats. */
const repeatSeconds = [1, 5, 15, 60, 300, 900] as const;

/** Returns seconds until the next try, after this many attempts. */
export const repeatAfter = (attempts: number) =>
  repeatSeconds[Math.min(attempts, repeatSeconds.length) - 1] ?? repeatSeconds[0];

/** A batch that only this worker may send until its lease ends. */
export type ClaimedBatch = {
  id: number;
  updateId: number;
  attempts: number;
  emailIds: number[];
  idempotencyKey: string;
  frozen: FrozenBatch;
};

export type BatchClaim =
  | { outcome: "claimed"; batch: ClaimedBatch }
  /** It ended or was split, without a call. */
  | { outcome: "settled" }
  /** The update cannot be rendered as approved: nothing was changed. */
  | { outcome: "unwritable"; updateId: number; why: StopReason }
  | { outcome: "nothing" };

type Batches = NonNullable<Mailing["transport"]["batches"]>;
/** What it takes to freeze what one call sends. */
export type BatchPorts = { mailing: Mailing; batches: Batches; writeMails: WriteMails };
