import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type AloneProof, approveAlone } from "../organizers/approve-alone.server.ts";
import { type ApproveInput, recordApproval } from "./approve-dispatch.server.ts";
import { lockDispatch } from "./lock-dispatch.server.ts";

/** What a mailed code is good for when someone approves what they submitted: this dispatch as it stands, and nothing else. */
export const dispatchApprovalPurpose = ({ publicId, version }: { publicId: string; version: number }) =>
  `approve-dispatch ${publicId} ${version}`;

/** Lets the only organizer who can approve approve what they submitted, with a code that was mailed to them for it. */
export const approveDispatchAlone = (
  db: Db,
  keys: Keys,
  input: ApproveInput & AloneProof,
  now = new Date(),
) =>
  approveAlone(
    db,
    keys,
    input,
    {
      ...{ campaignId: input.campaignId, purpose: dispatchApprovalPurpose(input) },
      lock: (tx) => lockDispatch(tx, input, "approve"),
      record: (tx, dispatch) => recordApproval(tx, keys, dispatch, { ...input, alone: true }, now),
    },
    now,
  );
