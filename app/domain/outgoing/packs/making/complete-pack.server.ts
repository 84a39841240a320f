import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { keepSigners, type StateSigners } from "./count-us-states.server.ts";

/** A pack whose file is being downloaded. */
export type StartedPack = {
  id: number;
  publicId: string;
  number: number;
  campaignId: number;
  companyId: number;
  /** Who downloads it. */
  actor: Actor;
  askedAt: Date;
  approvedAt: Date;
  approval: "second" | "alone" | "operator";
  startedAt: Date;
};

type Made = {
  bytes: number;
  sha256: Buffer;
  manifest: Buffer;
  signature: Buffer;
  letters: readonly { id: number; sha256: Buffer }[];
  signers: StateSigners | null;
};

const thisTransfer = ({ id, campaignId, startedAt }: StartedPack) =>
  and(
    eq(packs.id, id),
    eq(packs.campaignId, campaignId),
    eq(packs.startedAt, startedAt),
    isNull(packs.madeAt),
    isNull(packs.abortedAt),
  );

/** Records a finished pack with its letters, once. Throws when the transfer is recorded as ended. */
export async function completePack(db: Db, pack: StartedPack, made: Made, now: Date): Promise<void> {
  const { bytes, sha256, manifest, signature, letters, signers } = made;
  const text = manifest.toString("utf8");
  const { signatures: inIt } = PackManifest.parse(JSON.parse(text));
  const manifestSha256 = createHash("sha256").update(manifest).digest();
  const figures = { signatures: inIt.rows, letters: letters.length, bytes };
  await db.transaction(async (tx) => {
    const settled = await tx
      .update(packs)
      .set({
        madeAt: now,
        ...figures,
        sha256,
        manifest: text,
        manifestSha256,
        manifestSignature: signature,
        letterIds: letters.map(({ id }) => id),
      })
      .where(thisTransfer(pack))
      .returning({ id: packs.id });
    if (settled.length === 0) throw new Error(`pack ${pack.publicId} was settled before it was complete`);
    if (signers) await keepSigners(tx, pack, signers);
    await tx.execute(sql`
      insert into pack_letters (pack_id, letter_id, text_sha256)
      select ${pack.id}, l.id, decode(m.sha256, 'hex')
      from unnest(${sql.param(letters.map(({ id }) => id))}::bigint[],
        ${sql.param(letters.map((letter) => letter.sha256.toString("hex")))}::text[]) as m (id, sha256)
      join letters l on l.id = m.id order by l.id`);
    const hashes = { sha256: sha256.toString("hex"), manifestSha256: manifestSha256.toString("hex") };
    const about = { actor: pack.actor, campaignId: pack.campaignId, subject: pack.publicId };
    await recordAudit(tx, { ...about, action: "pack-made", detail: { ...figures, ...hashes } }, now);
  });
  await sealAuditEntries(db);
}

/** Writes down that a transfer broke off. */
export async function abortPack(db: Db, pack: StartedPack, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const settled = await tx
      .update(packs)
      .set({ abortedAt: now })
      .where(thisTransfer(pack))
      .returning({ id: packs.id });
    if (settled.length === 0) return;
    const about = { actor: pack.actor, campaignId: pack.campaignId, subject: pack.publicId };
    await recordAudit(tx, { ...about, action: "pack-aborted", detail: {} }, now);
  });
}
