import { randomUUID } from "node:crypto";
import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { areWaiting, deleteForms } from "#app/domain/supporters/delete-person.server.ts";
import { findPublicId } from "#app/domain/supporters/queries.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type ErasurePorts, eraseSupporter, rememberErasure } from "./erase-supporter.server.ts";

type Erased = { outcome: "erased" | "forms-erased" | "gone" };

/**
 * Erases the person with an address, for the operator. If only waiting forms have the address, deletes the
 * forms and sends no email: nobody else has seen them.
 */
export async function eraseAddress(
  db: Db,
  ports: ErasurePorts,
  emailCanonical: string,
  now = new Date(),
): Promise<Erased> {
  const actor = "operator";
  const publicId = await findPublicId(db, emailCanonical);
  if (publicId) return eraseSupporter(db, ports, { publicId, actor }, now);
  const hashes = hashesOfAddress(ports.keys, emailCanonical);
  if (!(await areWaiting(db, hashes))) return { outcome: "gone" };

  const { keyId, digest: addressHmac } = hmac(ports.keys, "address", emailCanonical);
  await ports.record({ keyId, addressHmac: addressHmac.toString("hex"), erasedAt: now.toISOString() });
  const deleted = await db.transaction(async (tx) => {
    await rememberErasure(tx, { keyId, addressHmac, erasedAt: now });
    const forms = await deleteForms(tx, hashes);
    if (forms > 0)
      await recordAudit(
        tx,
        {
          actor,
          action: "supporter-erased",
          campaignId: null,
          subject: randomUUID(),
          detail: { countedOn: 0 },
        },
        now,
      );
    return forms;
  });
  // A worker stored the form that it had in hand.
  const stored = await findPublicId(db, emailCanonical);
  if (stored) return eraseSupporter(db, ports, { publicId: stored, actor }, now);
  return { outcome: deleted > 0 ? "forms-erased" : "gone" };
}
