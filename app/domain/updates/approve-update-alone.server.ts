import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type AloneProof, approveAlone } from "../organizers/approve-alone.server.ts";
import { type ApproveInput, recordApproval } from "./approve-update.server.ts";
import { lockUpdate } from "./lock-update.server.ts";

/** What a mailed code is good for when someone approves what they wrote: this update as it stands, and nothing else. */
export const approvalPurpose = ({ publicId, version }: { publicId: string; version: number }) =>
  `approve ${publicId} ${version}`;

/** Lets the only organizer who can approve approve the update that they wrote, with a code that was mailed to them for it. */
export const approveUpdateAlone = (db: Db, keys: Keys, input: ApproveInput & AloneProof, now = new Date()) =>
  approveAlone(
    db,
    keys,
    input,
    {
      ...{ campaignId: input.campaignId, purpose: approvalPurpose(input) },
      lock: (tx) => lockUpdate(tx, input, "approve"),
      record: (tx, update) => recordApproval(tx, update, { ...input, alone: true }, now),
    },
    now,
  );
