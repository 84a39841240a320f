import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CommandFailed, command, counted, done } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { required, text } from "#app/cli/options.ts";
import { readErasures } from "#app/cli/parts/erasures.ts";
import { writeWhole } from "#app/cli/parts/new-file.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { ArchiveManifest } from "#app/domain/upkeep/archives/manifest.ts";
import { writeArchive } from "#app/domain/upkeep/archives/write-archive.server.ts";
import { schemaVersion } from "#db/migrate.ts";

export default command({
  summary: "back up everything to one private file",
  options: { to: required(text("FILE", "the new file; an existing one is never overwritten")) },
  read({ to }) {
    const file = resolve(to);
    if (existsSync(file))
      throw new CommandFailed(`${file} already exists and is not overwritten. Choose another file.`);
    return file;
  },
  async run(opened, file) {
    const { tables, createdAt, auditSeal } = await writeTo(file, opened);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return done(
      { outcome: "written", file, rows, createdAt, auditSeal },
      `${file} has ${counted(rows, "row", "rows")} of ${counted(tables.length, "table", "tables")}.`,
      "It has everyone's names and addresses. Keep it encrypted, and keep the erasure log elsewhere.",
    );
  },
});

async function writeTo(file: string, opened: Opened): Promise<ArchiveManifest> {
  const { db } = opened;
  const version = await schemaVersion(db);
  if (version === null) throw new CommandFailed("The database is empty. There is nothing to back up.");
  const erasures = await readErasures(opened);

  let manifest: ArchiveManifest | undefined;
  const archive = async function* () {
    manifest = yield* writeArchive(db, { schemaVersion: version, erasures });
  };
  await writeWhole(file, (open) => pipeline(archive, createGzip({ level: 4 }), open()));
  if (!manifest) throw new Error("the archive has no manifest");
  const { createdAt, auditSeal, tables } = manifest as ArchiveManifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await recordAudit(
    db,
    {
      actor: "operator",
      action: "archive-written",
      campaignId: null,
      subject: null,
      detail: { archive: createdAt, auditSeal, rows },
    },
    new Date(),
  );
  return manifest;
}
