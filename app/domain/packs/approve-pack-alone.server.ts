import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type AloneProof, approveAlone } from "../organizers/approve-alone.server.ts";
import { recordPackApproval } from "./approve-pack.server.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";

/** What a mailed code is good for when someone approves the pack they asked for, and nothing else. */
export const packPurpose = (publicId: string) => `approve pack ${publicId}`;

/** Lets the only organizer who can approve approve the pack they asked for, with a code that was mailed to them for it. */
export const approvePackAlone = (db: Db, keys: Keys, input: OnPack & AloneProof, now = new Date()) =>
  approveAlone(
    db,
    keys,
    input,
    {
      ...{ campaignId: input.campaignId, purpose: packPurpose(input.publicId) },
      lock: (tx) => lockPack(tx, input, "approve", now),
      record: (tx, pack) => recordPackApproval(tx, pack, { ...input, alone: true }, now),
    },
    now,
  );
