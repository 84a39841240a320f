import { Readable } from "node:stream";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { canOpen, openHolding } from "../pledges/holding.server.ts";
import { csvCell, quotedCell } from "./csv-line.ts";
import { type Place, type PledgeRow, pledgesPage } from "./pledges-query.server.ts";
import { type PledgeExportFilter, type PledgePreset, presetColumns, unreadableCell } from "./presets.ts";
import type { OpenedList } from "./stream-export.server.ts";

const dialect = new PgDialect();

/** The cells that the database cannot fill. */
type Held = Record<string, string | null>;

type PledgeList = { preset: PledgePreset; filter: PledgeExportFilter };

/**
 * A file of pledges as `COPY … TO STDOUT (FORMAT csv, HEADER)` would write it, with the holdings decrypted on the
 * way; one that cannot be is `unreadable` in its cell and counted. One page of rows is in memory at a time, and all pages see the database as it was at the first.
 */
export async function openPledges(
  db: Db,
  keys: Keys,
  campaignId: number,
  list: PledgeList,
): Promise<OpenedList> {
  let holdings = 0;
  let unreadable = 0;
  const columns = presetColumns[list.preset];

  async function* lines() {
    const connection = await db.$client.reserve();
    try {
      await connection`begin isolation level repeatable read read only`;
      yield `${columns.join(",")}\n`;
      let after: Place | null = null;
      for (;;) {
        const { sql, params } = dialect.sqlToQuery(pledgesPage(campaignId, list, after));
        const rows: PledgeRow[] = await connection.unsafe<PledgeRow[]>(sql, params as string[]);
        after = rows.at(-1) ?? null;
        if (after === null) return;
        yield rows.map((row) => lineOf(row, holdingOf(row))).join("");
      }
    } finally {
      await connection`rollback`.catch(() => {});
      connection.release();
    }
  }

  function holdingOf(row: PledgeRow): Held {
    const stored = { sharesEnc: row.sealed_shares, bucketEnc: row.sealed_bucket, keyId: row.key_id };
    const sealed = { publicId: row.pledge_id ?? "", ...stored };
    if (!canOpen(keys, sealed)) {
      unreadable++;
      return { shares: unreadableCell, shares_bucket: null };
    }
    const holding = openHolding(keys, sealed);
    if (holding) holdings++;
    return { shares: holding?.shares ?? null, shares_bucket: holding?.bucket ?? null };
  }

  const cell = list.filter.format === "csv" ? csvCell : quotedCell;
  const lineOf = (row: PledgeRow, held: Held) =>
    `${columns.map((name) => cell(held[name] ?? row[name] ?? null)).join(",")}\n`;

  const source = Readable.from(lines(), { objectMode: false });
  return { source, cancel: () => source.destroy(), holdings: () => ({ opened: holdings, unreadable }) };
}
