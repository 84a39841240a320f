import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { listApprovers } from "../updates/list-approvers.server.ts";
import { reauthenticate } from "./reauthenticate.server.ts";

/** Who approves, and the code that was mailed to them for what `purpose` names. */
export type AloneProof = { organizerId: string; ceremony: string; code: string };

/** How an approval alone ends that none by another does. */
export type AloneEnd =
  | { outcome: "wrong"; triesLeft: number }
  /** The code expired, was used, is out of tries, or was asked for in another browser or for something else. */
  | { outcome: "over" }
  /** Somebody else of the campaign can approve: then they must. */
  | { outcome: "not-alone" }
  | { outcome: "gone" };

type What<Locked, Approved> = {
  campaignId: number;
  purpose: string;
  /** Locks what is approved; null when there is none, or the organizer may not approve. */
  lock: (tx: Tx) => Promise<Locked | null>;
  record: (tx: Tx, locked: Locked) => Promise<Approved>;
};

/** Lets the only organizer who can approve approve their own, with a code that was mailed to them for it. */
export async function approveAlone<Locked, Approved>(
  db: Db,
  keys: Keys,
  { organizerId, ceremony, code }: AloneProof,
  { campaignId, purpose, lock, record }: What<Locked, Approved>,
  now: Date,
): Promise<Approved | AloneEnd> {
  const proof = { organizerId, ceremony, code, purpose };
  const proved = await reauthenticate<Approved | AloneEnd>(
    db,
    keys,
    proof,
    async (tx) => {
      const locked = await lock(tx);
      if (!locked) return { outcome: "gone" };
      const approvers = await listApprovers(tx, campaignId);
      return approvers.length === 1 ? record(tx, locked) : { outcome: "not-alone" };
    },
    now,
  );
  return proved.outcome === "proved" ? proved.result : proved;
}
