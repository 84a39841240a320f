import { z } from "zod";

const Count = z.number().int().min(0);
const Counts = z.record(z.string(), Count);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const LeftOut = z.array(z.object({ reason: z.string(), count: Count, words: z.string() }));

/** `manifest.json` of a pack: its content, what was left out and why, and each file's hash. No names. */
export const PackManifest = z.object({
  format: z.literal("undersigned-pack/1"),
  pack: z.object({
    id: z.string(),
    number: z.number().int().min(1),
    campaign: z.string(),
    title: z.string(),
    company: z.string(),
    page: z.string(),
    askedAt: z.string(),
    approvedAt: z.string(),
    /** Who approved it, in words. */
    approval: z.string(),
  }),
  /** When everything in it was read. */
  asOf: z.string(),
  key: z.object({
    algorithm: z.literal("Ed25519"),
    id: z.string(),
    publicKey: z.string(),
    where: z.string(),
  }),
  /** The newest seal of the audit log when it was made. */
  seal: z.object({ number: Count, sha256: Hash, sealedAt: z.string() }).nullable(),
  signatures: z.object({
    rows: Count,
    /** ISO 3166-1 alpha-2. */
    byCountry: Counts,
    /** In the United States, by ZIP code. */
    byUsState: Counts,
    /** The earlier pack these figures are of, null for this one, and why. Older packs do not say it. */
    usStates: z.object({ ofPack: Count.nullable(), words: z.string() }).optional(),
    byPetitionVersion: Counts,
    leftOut: LeftOut,
    /** Rows plus what was left out. */
    inAll: Count,
  }),
  letters: z.object({ rows: Count, byState: Counts, leftOut: LeftOut, inAll: Count }),
  pledges: z.object({
    meeting: z.number().nullable(),
    publishedAt: z.string().nullable(),
    words: z.string(),
  }),
  /** Names that looked wrong, by decision. */
  weeding: z.object({ kept: Count, queued: Count, hidden: Count, asked: Count, words: z.string() }),
  dedupe: z.string(),
  notes: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), bytes: Count, sha256: Hash, rows: Count.nullable() })).max(20),
});
export type PackManifest = z.infer<typeof PackManifest>;
export type LeftOut = z.infer<typeof LeftOut>;

/** Returns the exact bytes to sign. */
export const manifestBytes = (manifest: PackManifest): Buffer =>
  Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
