import { z } from "zod";

/** The last file of an archive: its contents. */
export const ArchiveManifest = z.object({
  format: z.literal("undersigned-archive-2", "another version of the product made it"),
  createdAt: z.iso.datetime(),
  /** The database's newest migration; a restore needs the same. */
  schemaVersion: z.number(),
  /** SHA-256 of the newest seal of the audit log, in hex. */
  auditSeal: z.string().nullable(),
  /** The database's erasure log, and how far it had counted: a restore refuses another or an older log. */
  erasures: z.object({ log: z.uuid(), number: z.number() }),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.number(),
      /** Of the rows as COPY writes them. */
      sha256: z.string(),
    }),
  ),
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;

export const manifestName = "manifest.json";
