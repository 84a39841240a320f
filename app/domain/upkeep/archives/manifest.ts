import { z } from "zod";

/** The last file of an archive: what is in it. */
export const ArchiveManifest = z.object({
  format: z.literal("undersigned-archive-1"),
  createdAt: z.iso.datetime(),
  /** The newest migration of the database; a restore needs the same. */
  schemaVersion: z.number(),
  /** SHA-256 of the newest seal of the audit log, in hex. */
  auditSeal: z.string().nullable(),
  /** Lines of the erasure log at that moment: a restore refuses a shorter log. */
  erasures: z.number(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.number(),
      /** Over the rows as COPY writes them. */
      sha256: z.string(),
    }),
  ),
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;

export const manifestName = "manifest.json";
