import { Readable } from "node:stream";
import { PgDialect } from "drizzle-orm/pg-core";
import type { ReservedSql } from "postgres";
import { csvCell, quotedCell } from "#app/domain/base/csv-line.ts";
import { canOpen, decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import type { Holdings, OpenedList } from "#app/domain/outgoing/exports/formats/stream-export.server.ts";
import {
  columnsOf,
  type PledgeExportFilter,
  type PledgePreset,
  unreadableCell,
} from "#app/domain/outgoing/exports/presets.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import { type Db, longWork } from "#db/index.ts";
import { type Place, type PledgeRow, pledgesPage } from "./pledges-query.server.ts";

const dialect = new PgDialect();

/** The cells that the database cannot fill. */
type OpenedHolding = Record<string, string | null>;

export type PledgeList = { preset: PledgePreset; filter: PledgeExportFilter };

/** A page of rows as CSV, the position of the last one, and the number of holdings decrypted or not. */
type PledgePage = { text: string; rows: number; after: Place; holdings: Holdings };

export const headOfPledges = (list: PledgeList) => `${columnsOf(list).join(",")}\n`;

/** Reads pages of pledges after a place, holdings decrypted. One that fails is `unreadable` in its cell. */
export async function* readPledgePages(
  connection: ReservedSql,
  keys: Keys,
  { campaignId, list }: { campaignId: number; list: PledgeList },
  from: { after: Place | null; until: number | null },
): AsyncGenerator<PledgePage> {
  const columns = columnsOf(list);
  const cell = list.filter.format === "csv" ? csvCell : quotedCell;
  const lineOf = (row: PledgeRow, holding: OpenedHolding) =>
    `${columns.map((name) => cell(holding[name] ?? row[name] ?? null)).join(",")}\n`;

  for (let { after } = from; ; ) {
    const { sql, params } = dialect.sqlToQuery(pledgesPage(campaignId, list, { ...from, after }));
    const rows: PledgeRow[] = await connection.unsafe<PledgeRow[]>(sql, params as string[]);
    const last = rows.at(-1);
    if (last === undefined) return;
    const { at, id, meeting_id } = last;
    after = { at, id, meeting_id };
    const holdings = { opened: 0, unreadable: 0 };
    const text = rows.map((row) => lineOf(row, holdingOf(keys, row, holdings))).join("");
    yield { text, rows: rows.length, after, holdings };
  }
}

/**
 * Opens a file of pledges as `COPY … TO STDOUT (FORMAT csv, HEADER)` would write it. Holds one page of rows
 * in memory; all pages see the database as it was at the first.
 */
export async function openPledges(
  db: Db,
  keys: Keys,
  campaignId: number,
  list: PledgeList,
): Promise<OpenedList> {
  const holdings = { opened: 0, unreadable: 0 };

  async function* lines() {
    const connection = await longWork(db).$client.reserve();
    try {
      await connection`begin isolation level repeatable read read only`;
      yield headOfPledges(list);
      const start = { after: null, until: null };
      for await (const page of readPledgePages(connection, keys, { campaignId, list }, start)) {
        holdings.opened += page.holdings.opened;
        holdings.unreadable += page.holdings.unreadable;
        yield page.text;
      }
    } finally {
      await connection`rollback`.catch(() => {});
      connection.release();
    }
  }

  const source = Readable.from(lines(), { objectMode: false });
  return { source, cancel: () => source.destroy(), holdings: () => ({ ...holdings }) };
}

function holdingOf(keys: Keys, row: PledgeRow, counted: Holdings): OpenedHolding {
  const stored = { sharesEnc: row.sealed_shares, bucketEnc: row.sealed_bucket, keyId: row.key_id };
  const sealed = { publicId: row.pledge_id ?? "", ...stored };
  if (!canOpen(keys, sealed)) {
    counted.unreadable++;
    return { shares: unreadableCell, shares_bucket: null };
  }
  const holding = decryptHolding(keys, sealed);
  if (holding) counted.opened++;
  return { shares: holding?.shares ?? null, shares_bucket: holding?.bucket ?? null };
}
