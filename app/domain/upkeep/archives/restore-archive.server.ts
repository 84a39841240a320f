import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { eq } from "drizzle-orm";
import type { ReservedSql } from "postgres";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { readTar } from "#app/lib/tar.server.ts";
import type { Db } from "#db/index.ts";
import { switches } from "#db/schema/index.ts";
import { countErased, endRestored, pauseAllSending, type RestoredEnded } from "./end-restored.server.ts";
import { type ArchiveManifest, manifestName } from "./manifest.ts";
import { tableOf } from "./read-archive.server.ts";
import { listArchivedTables, quoted } from "./tables.server.ts";

export type ArchiveRestored =
  | ({ outcome: "restored"; rows: number } & RestoredEnded)
  /** The database has data already; nothing was changed. */
  | { outcome: "not-empty"; table: string }
  /** The archive has a table or column that this schema lacks, or the reverse. */
  | { outcome: "other-schema"; table: string };

/**
 * Loads a checked archive into an empty, migrated database, as the owner of its schema: all of it or nothing.
 * Triggers count as the rows come in; those that would do a second time what was done rest. Updates that were
 * under way, notices of a petition and reminders that may have gone are ended, letters under way to a company
 * stand still, sending is paused, and the switch `restoring` stays on until `finishRestore`, so that nobody
 * opens the product before the newer erasures are applied.
 */
export async function restoreArchive(
  owner: Db,
  source: AsyncIterable<Buffer>,
  manifest: ArchiveManifest,
): Promise<ArchiveRestored> {
  const tables = await listArchivedTables(owner);
  for (const { name, columns } of tables) {
    const archived = manifest.tables.find((table) => table.name === name);
    if (archived?.columns.join() !== columns.join()) return { outcome: "other-schema", table: name };
  }

  const connection = await owner.$client.reserve();
  const run = async (statement: string) => (await connection.unsafe(statement)).count;
  let settled: RestoredEnded;
  try {
    await connection.unsafe("begin");
    // Campaigns bring their companies along. Constraints checked at the end keep their triggers.
    await connection.unsafe("set local undersigned.restoring = 'on'");
    for (const { name } of tables) {
      const [row] = await connection.unsafe(`select exists (select from ${quoted(name)}) as used`);
      if (row?.used) {
        await connection.unsafe("rollback");
        return { outcome: "not-empty", table: name };
      }
    }
    await withTriggersAtRest(connection, () => load(connection, source, manifest));
    await countErased(run);
    settled = await endRestored(run);
    await pauseAllSending(run, "restored from an archive");
    await run("insert into switches (name, reason) values ('restoring', 'erasures are being applied')");
    await connection.unsafe("commit");
  } catch (error) {
    await connection.unsafe("rollback").catch(() => {});
    throw error;
  } finally {
    connection.release();
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { outcome: "restored", rows, ...settled };
}

/**
 * Triggers whose work is in the archive already: an approved update is loaded before its words, letters bring
 * their ledger, an email under way may be to a recipient no longer verified, and hourly totals, times of
 * rights, and authors of entries are archived.
 */
const atRest = {
  update_texts: ["update_texts_kept"],
  letters: ["letters_noted_on_insert", "letters_by_hour_on_insert", "letters_name_their_writers"],
  outbox: ["outbox_to_verified"],
  signatures: ["signatures_by_hour_on_insert"],
  erased_signatures: ["erased_by_hour_on_insert"],
  pledges: ["pledges_by_hour_on_insert", "pledges_name_their_holders"],
  campaign_organizers: ["campaign_organizers_right_periods"],
} as const;

/** Loads with these triggers disabled. If that fails, the rollback enables them again. */
async function withTriggersAtRest(connection: ReservedSql, loading: () => Promise<void>): Promise<void> {
  const all = async (what: "disable" | "enable") => {
    for (const [table, triggers] of Object.entries(atRest)) {
      for (const trigger of triggers)
        await connection.unsafe(`alter table ${quoted(table)} ${what} trigger ${quoted(trigger)}`);
    }
  };
  await all("disable");
  await loading();
  await all("enable");
}

/**
 * A table being loaded. `stored` settles once: when all rows are in, or with the reason they were refused.
 */
type Loading = { table: string; stream: Writable; stored: Promise<void> };

async function load(
  connection: ReservedSql,
  source: AsyncIterable<Buffer>,
  manifest: ArchiveManifest,
): Promise<void> {
  let open: Loading | undefined;
  try {
    for await (const { name, content } of readTar(source)) {
      if (name === manifestName) continue;
      const table = tableOf(name);
      if (open?.table !== table) {
        await finish(open);
        open = await copyIn(connection, table, manifest);
      }
      await write(open, content);
    }
    await finish(open);
  } catch (error) {
    // During a COPY the connection takes no other statement, not even ROLLBACK.
    open?.stream.destroy();
    throw error;
  }
  for (const { name, columns } of manifest.tables) await advanceIdentity(connection, name, columns);
}

async function copyIn(connection: ReservedSql, table: string, manifest: ArchiveManifest): Promise<Loading> {
  const columns = manifest.tables.find(({ name }) => name === table)?.columns ?? [];
  const stream = await connection
    .unsafe(`copy ${quoted(table)} (${columns.map(quoted).join(", ")}) from stdin`)
    .writable();
  const stored = finished(stream).catch((error) => {
    throw new Error(`the database refused the rows of ${table}`, { cause: error });
  });
  stored.catch(() => {});
  return { table, stream, stored };
}

async function write({ stream, stored }: Loading, content: Buffer): Promise<void> {
  const written = new Promise((resolve) => stream.write(content, resolve));
  await Promise.race([stored, written]);
}

async function finish(open: Loading | undefined): Promise<void> {
  open?.stream.end();
  await open?.stored;
}

/** True from the loading of an archive until `finishRestore`. */
export async function isRestoring(db: Db): Promise<boolean> {
  return (await db.$count(switches, eq(switches.name, "restoring"))) > 0;
}

type RestoreFound = RestoredEnded & { manifest: ArchiveManifest; erased: number };

/** Opens the restored database for use, and writes down that it was restored. */
export async function finishRestore(
  owner: Db,
  { manifest, erased, ...settled }: RestoreFound,
  now = new Date(),
): Promise<void> {
  const { createdAt, auditSeal } = manifest;
  await owner.transaction(async (tx) => {
    await tx.delete(switches).where(eq(switches.name, "restoring"));
    await recordAudit(
      tx,
      {
        actor: "operator",
        action: "archive-restored",
        campaignId: null,
        subject: null,
        detail: { archive: createdAt, auditSeal, erasedAgain: erased, ...settled },
      },
      now,
    );
  });
}

/** Makes the next generated id higher than every restored one. */
async function advanceIdentity(connection: ReservedSql, table: string, columns: string[]): Promise<void> {
  for (const column of columns) {
    const [row] = await connection.unsafe(`
      select pg_get_serial_sequence(${literal(quoted(table))}, ${literal(column)}) as sequence`);
    if (!row?.sequence) continue;
    await connection.unsafe(`
      select setval(${literal(row.sequence)}, coalesce(max(${quoted(column)}), 0) + 1, false)
      from ${quoted(table)}`);
  }
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
