import { Readable } from "node:stream";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { openHolding } from "../pledges/holding.server.ts";
import type { Holding } from "../pledges/pledge.ts";
import { neutral } from "./neutral.ts";
import { type Place, type PledgeRow, pledgesPage } from "./pledges-query.server.ts";
import { type PledgeExportFilter, type PledgePreset, presetColumns } from "./presets.ts";
import type { OpenedList } from "./stream-export.server.ts";

const dialect = new PgDialect();

type PledgeList = { preset: PledgePreset; filter: PledgeExportFilter };

/**
 * A file of pledges as `COPY … TO STDOUT (FORMAT csv, HEADER)` would write it, with the holdings decrypted on the
 * way. One page of rows is in memory at a time, and all pages see the database as it was at the first.
 */
export async function openPledges(
  db: Db,
  keys: Keys,
  campaignId: number,
  list: PledgeList,
): Promise<OpenedList> {
  let holdings = 0;
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
      // A connection that is gone the pool has dropped by itself; to give it back would revive it.
      await connection`rollback`.then(
        () => connection.release(),
        () => {},
      );
    }
  }

  function holdingOf(row: PledgeRow): Holding | null {
    const sealed = { sharesEnc: row.sealed_shares, bucketEnc: row.sealed_bucket, keyId: row.key_id };
    const holding = openHolding(keys, { publicId: row.pledge_id ?? "", ...sealed });
    if (holding) holdings++;
    return holding;
  }

  const lineOf = (row: PledgeRow, holding: Holding | null) => {
    const held: Record<string, string | null> = {
      shares: holding?.shares ?? null,
      shares_bucket: holding?.bucket ?? null,
    };
    return `${columns.map((name) => cell(held[name] ?? row[name] ?? null)).join(",")}\n`;
  };

  const source = Readable.from(lines(), { objectMode: false });
  return { source, cancel: () => source.destroy(), holdings: () => holdings };
}

/** A cell of RFC 4180: quoted where it holds a quote, a comma or a line break. */
function cell(text: string | null): string {
  if (text === null) return "";
  const safe = neutral(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
