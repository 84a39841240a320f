import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";

/** One thing that somebody sends back. */
export type Returning = { campaignId: number; publicId: string; actor: Actor };

/**
 * What was sent back: how people call it, who asked for its approval, who wrote it, and what the log says of
 * it. `hands`: those whose approval would be that of their own work, as its `ApprovalPort` has them.
 */
export type Returned = {
  number: number | null;
  askedById: string | null;
  authorIds: readonly (string | null)[];
  hands: readonly (string | null)[];
  detail?: Record<string, unknown>;
};

/**
 * Locks a thing and ends its waiting, so that its author can continue with it. Null where it waits for
 * nobody. `sendBack` rolls it back where the actor had a hand in it or may not approve it yet.
 */
export type ReturnThing = (tx: Tx, on: Returning, now: Date) => Promise<Returned | null>;
