import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { reauthenticate } from "../organizers/reauthenticate.server.ts";
import { type Approved, type ApproveInput, recordApproval } from "./approve-update.server.ts";
import { listApprovers } from "./list-approvers.server.ts";
import { lockUpdate } from "./lock-update.server.ts";

/** What a mailed code is good for when someone approves what they wrote: this update as it stands, and nothing else. */
export const approvalPurpose = ({ publicId, version }: { publicId: string; version: number }) =>
  `approve ${publicId} ${version}`;

export type ApprovedAlone =
  | Exclude<Approved, { outcome: "own" }>
  | { outcome: "wrong"; triesLeft: number }
  /** The code expired, was used, is out of tries, or was asked for in another browser or for another version. */
  | { outcome: "over" }
  /** Somebody else of the campaign can approve: then they must. */
  | { outcome: "not-alone" };

type Input = ApproveInput & { organizerId: string; ceremony: string; code: string };

/** Lets the only organizer who can approve approve what they wrote, with a code that was mailed to them for it. */
export async function approveAlone(
  db: Db,
  keys: Keys,
  input: Input,
  now = new Date(),
): Promise<ApprovedAlone> {
  const { organizerId, ceremony, code } = input;
  const proof = { organizerId, ceremony, code, purpose: approvalPurpose(input) };
  const proved = await reauthenticate<ApprovedAlone>(
    db,
    keys,
    proof,
    async (tx) => {
      const update = await lockUpdate(tx, input, "approve");
      if (!update) return { outcome: "gone" };
      const approvers = await listApprovers(tx, input.campaignId);
      if (approvers.length !== 1) return { outcome: "not-alone" };
      const approved = await recordApproval(tx, update, { ...input, alone: true }, now);
      return approved.outcome === "own" ? { outcome: "not-submitted" } : approved;
    },
    now,
  );
  return proved.outcome === "proved" ? proved.result : proved;
}
