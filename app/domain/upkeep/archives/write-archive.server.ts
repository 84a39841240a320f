import { createHash } from "node:crypto";
import type { ReservedSql } from "postgres";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import { tarEnd, tarEntry } from "#app/lib/tar.server.ts";
import type { Db } from "#db/index.ts";
import { type ArchiveManifest, manifestName } from "./manifest.ts";
import { type ArchivedTable, listArchivedTables, quoted, rowsLeftOut } from "./tables.server.ts";

/** Bytes of one file in the archive, and about the memory needed. A large table has several files. */
const pieceSize = 4 * 1024 * 1024;

type Input = Pick<ArchiveManifest, "schemaVersion" | "erasures">;

/**
 * Writes every archived table as of one moment (one REPEATABLE READ snapshot) as pieces of a tar file
 * and ends with the manifest, which it also returns. Audit entries are sealed first.
 */
export async function* writeArchive(
  db: Db,
  { schemaVersion, erasures }: Input,
  now = new Date(),
): AsyncGenerator<Buffer, ArchiveManifest> {
  await sealAuditEntries(db);
  const tables = await listArchivedTables(db);
  const connection = await db.$client.reserve();
  try {
    await connection.unsafe("begin isolation level repeatable read read only");
    const manifest: ArchiveManifest = {
      format: "undersigned-archive-2",
      createdAt: now.toISOString(),
      schemaVersion,
      erasures,
      auditSeal: await newestSeal(connection),
      tables: [],
    };
    for (const table of tables) manifest.tables.push(yield* writeTable(connection, table, now));
    await connection.unsafe("commit");

    yield tarEntry(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), now);
    yield tarEnd();
    return manifest;
  } finally {
    connection.release();
  }
}

async function newestSeal(connection: ReservedSql): Promise<string | null> {
  const [row] = await connection.unsafe(
    "select encode(sha256, 'hex') as seal from audit_seals order by id desc limit 1",
  );
  return row?.seal ?? null;
}

async function* writeTable(
  connection: ReservedSql,
  { name, columns, key }: ArchivedTable,
  now: Date,
): AsyncGenerator<Buffer, ArchiveManifest["tables"][number]> {
  const hash = createHash("sha256");
  let rows = 0;
  let piece = 0;
  const entry = (chunks: Buffer[]) => {
    const content = Buffer.concat(chunks);
    hash.update(content);
    rows += countRows(content);
    return tarEntry(`${name}/${String(++piece).padStart(6, "0")}.copy`, content, now);
  };

  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await copyOut(connection, name, columns, key)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length < pieceSize) continue;
    yield entry(chunks);
    chunks = [];
    length = 0;
  }
  if (length > 0) yield entry(chunks);
  return { name, columns, rows, sha256: hash.digest("hex") };
}

function copyOut(connection: ReservedSql, name: string, columns: string[], key: string[]) {
  const excluded = rowsLeftOut[name] ? `where (${rowsLeftOut[name]}) is not true` : "";
  const order = key.length > 0 ? `order by ${key.map(quoted).join(", ")}` : "";
  const rows = `select ${columns.map(quoted).join(", ")} from ${quoted(name)} ${excluded} ${order}`;
  return connection.unsafe(`copy (${rows}) to stdout`).readable();
}

/** COPY's text format writes a line break inside a value as `\n`, so each 0x0A ends a row. */
function countRows(content: Buffer): number {
  let count = 0;
  for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) count++;
  return count;
}
