import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { reauthenticate } from "../organizers/reauthenticate.server.ts";
import { listApprovers } from "../updates/list-approvers.server.ts";
import { type Approved, type ApproveInput, recordApproval } from "./approve-dispatch.server.ts";
import { lockDispatch } from "./lock-dispatch.server.ts";

/** What a mailed code is good for when someone approves what they submitted: this dispatch as it stands, and nothing else. */
export const dispatchApprovalPurpose = ({ publicId, version }: { publicId: string; version: number }) =>
  `approve-dispatch ${publicId} ${version}`;

export type ApprovedAlone =
  | Exclude<Approved, { outcome: "own" }>
  | { outcome: "wrong"; triesLeft: number }
  /** The code expired, was used, is out of tries, or was asked for in another browser or for another version. */
  | { outcome: "over" }
  /** Somebody else of the campaign can approve: then they must. */
  | { outcome: "not-alone" };

type Input = ApproveInput & { organizerId: string; ceremony: string; code: string };

/** Lets the only organizer who can approve approve what they submitted, with a code that was mailed to them for it. */
export async function approveDispatchAlone(
  db: Db,
  keys: Keys,
  input: Input,
  now = new Date(),
): Promise<ApprovedAlone> {
  const { organizerId, ceremony, code } = input;
  const proof = { organizerId, ceremony, code, purpose: dispatchApprovalPurpose(input) };
  const proved = await reauthenticate<ApprovedAlone>(
    db,
    keys,
    proof,
    async (tx) => {
      const dispatch = await lockDispatch(tx, input, "approve");
      if (!dispatch) return { outcome: "gone" };
      const approvers = await listApprovers(tx, input.campaignId);
      if (approvers.length !== 1) return { outcome: "not-alone" };
      const approved = await recordApproval(tx, keys, dispatch, { ...input, alone: true }, now);
      return approved.outcome === "own" ? { outcome: "not-submitted" } : approved;
    },
    now,
  );
  return proved.outcome === "proved" ? proved.result : proved;
}
