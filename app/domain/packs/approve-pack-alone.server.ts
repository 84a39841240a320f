import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { reauthenticate } from "../organizers/reauthenticate.server.ts";
import { listApprovers } from "../updates/list-approvers.server.ts";
import { type ApprovedPack, recordPackApproval } from "./approve-pack.server.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";

/** What a mailed code is good for when someone approves the pack they asked for, and nothing else. */
export const packPurpose = (publicId: string) => `approve pack ${publicId}`;

export type ApprovedPackAlone =
  | Exclude<ApprovedPack, { outcome: "own" }>
  | { outcome: "wrong"; triesLeft: number }
  /** The code expired, was used, is out of tries, or was asked for in another browser or for another pack. */
  | { outcome: "over" }
  /** Somebody else of the campaign can approve: then they must. */
  | { outcome: "not-alone" };

type Input = OnPack & { organizerId: string; ceremony: string; code: string };

/** Lets the only organizer who can approve approve the pack they asked for, with a code that was mailed to them for it. */
export async function approvePackAlone(
  db: Db,
  keys: Keys,
  input: Input,
  now = new Date(),
): Promise<ApprovedPackAlone> {
  const { organizerId, ceremony, code, publicId } = input;
  const proof = { organizerId, ceremony, code, purpose: packPurpose(publicId) };
  const proved = await reauthenticate<ApprovedPackAlone>(
    db,
    keys,
    proof,
    async (tx) => {
      const pack = await lockPack(tx, input, "approve", now);
      if (!pack) return { outcome: "gone" };
      const approvers = await listApprovers(tx, input.campaignId);
      if (approvers.length !== 1) return { outcome: "not-alone" };
      const approved = await recordPackApproval(tx, pack, { ...input, alone: true }, now);
      return approved.outcome === "own" ? { outcome: "not-asked" } : approved;
    },
    now,
  );
  return proved.outcome === "proved" ? proved.result : proved;
}
