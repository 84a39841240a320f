import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";

/** One thing that somebody sends back. */
export type Returning = { campaignId: number; publicId: string; actor: Actor };

/**
 * What was sent back: its number, who asked for its approval, who wrote it, and what the log says of it.
 * `hands`: its authors, see `ApprovalPort`.
 */
export type Returned = {
  number: number | null;
  askedById: string | null;
  authorIds: readonly (string | null)[];
  hands: readonly (string | null)[];
  detail?: Record<string, unknown>;
};

/**
 * Locks a thing and ends its waiting, so that its author can continue. Null where it does not wait.
 * `sendBack` rolls back if the actor is an author or may not approve it yet.
 */
export type ReturnThing = (tx: Tx, on: Returning, now: Date) => Promise<Returned | null>;
