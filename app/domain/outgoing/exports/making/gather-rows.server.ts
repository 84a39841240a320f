import { buffer } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import type { ReservedSql } from "postgres";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import type { Holdings, StartedExport } from "#app/domain/outgoing/exports/formats/stream-export.server.ts";
import { type Leased, LeaseLost, leasedUntil } from "#app/domain/outgoing/exports/lease.server.ts";
import {
  headOfPledges,
  type PledgeList,
  readPledgePages,
} from "#app/domain/outgoing/exports/lists/open-pledges.server.ts";
import type { Place } from "#app/domain/outgoing/exports/lists/pledges-query.server.ts";
import {
  lastPlaceQuery,
  type SignaturePlace,
  signaturesQuery,
} from "#app/domain/outgoing/exports/lists/signatures-query.server.ts";
import { isPledgeList, type ListOf } from "#app/domain/outgoing/exports/presets.ts";
import { pieceAad, pieceLength } from "#app/domain/record/keep-pieces.server.ts";
import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";

/** Progress of a file: what the next worker needs to continue. Stored with the export. */
export type Progress = {
  /** Tries since something of it was stored. */
  tries: number;
  /** Pieces of gathered rows, and the rows in them. */
  pieces: number;
  rows: number;
  /** The position of the last row. */
  after: SignaturePlace | Place | null;
  /** The newest row when it began: later ones are not in the file, even if it was continued. */
  until: SignaturePlace | number | null;
  gathered: boolean;
  holdings: Holdings;
};

export const nothingYet: Progress = {
  tries: 0,
  pieces: 0,
  rows: 0,
  after: null,
  until: null,
  gathered: false,
  holdings: { opened: 0, unreadable: 0 },
};

/** A file that this worker is making. */
export type Making = StartedExport & Leased & { progress: Progress };

/** Rows as CSV with the position of the last one. */
type Slice = Pick<Progress, "rows" | "holdings" | "after"> & { bytes: Buffer; isLast?: boolean };

/** Rows read, sealed and stored together. */
const rowsASlice = 5000;

/**
 * Gathers the rows of a list as CSV into sealed pieces under negative numbers, slice by slice, after those
 * that are there: a slice and how far it comes are stored in one transaction. All slices of one try see the
 * database as it was at the first. `step` is awaited before each and throws where it must not continue.
 *
 * A continued list holds nobody twice: someone who signs again in between moves to its end and is left out.
 */
export async function gatherRows(
  db: Db,
  keys: Keys,
  making: Making,
  step: () => Promise<void>,
): Promise<Progress> {
  let { progress } = making;
  if (progress.gathered) return progress;
  // As for a pack: a signature of a second ago is screened before anything goes to the company.
  if (making.list.preset === "delivery") await screenNewNames(db);
  const connection = await db.$client.reserve();
  try {
    await connection`begin isolation level repeatable read read only`;
    const isFirst = progress.until === null;
    const until = progress.until ?? (await readNewest(connection, making));
    const from = { ...progress, until: isFirst ? null : until };
    for await (const slice of slicesOf(connection, keys, making, from)) {
      await step();
      progress = await storeSlice(db, keys, making, { ...progress, until }, slice);
    }
  } finally {
    await connection`rollback`.catch(() => {});
    connection.release();
  }
  if (progress.gathered) return progress;
  const whole = { ...progress, gathered: true };
  await db.transaction((tx) => holdExport(tx, making, whole));
  return whole;
}

export async function* readGathered(db: Db, keys: Keys, { id }: Leased, pieces: number) {
  for (let n = 1; n <= pieces; n++) {
    const [row] = await db.execute<{ keyId: string; sealed: Buffer }>(
      sql`select key_id as "keyId", sealed from file_pieces where file = ${id} and piece = ${-n}`,
    );
    if (!row) throw new LeaseLost(`rows of export ${id} are gone`);
    yield unseal(keys, "file", row, pieceAad(id, -n));
  }
}

/** Stores progress and renews the lease. Throws if somebody else has the file now, or it was removed. */
export async function holdExport(tx: Tx, { id, lease }: Leased, progress: Progress): Promise<void> {
  const locked = await tx.execute(sql`
    update exports set lease_until = ${leasedUntil},
      progress = ${JSON.stringify({ ...progress, tries: 0 })}::jsonb, rows_so_far = ${progress.rows}
    where id = ${id} and lease_id = ${lease} and completed_at is null and wiped_at is null
    returning id`);
  if (locked.length === 0) throw new LeaseLost(`export ${id} is not ours any more`);
}

async function storeSlice(db: Db, keys: Keys, making: Making, before: Progress, slice: Slice) {
  const { bytes, rows, after, holdings, isLast = false } = slice;
  const count = Math.ceil(bytes.length / pieceLength);
  const sealed = Array.from({ length: count }, (_none, n) => {
    const piece = -(before.pieces + n + 1);
    const plain = bytes.subarray(n * pieceLength, (n + 1) * pieceLength);
    return { piece, ...seal(keys, "file", plain, pieceAad(making.id, piece)) };
  });
  const progress: Progress = {
    ...before,
    after,
    pieces: before.pieces + count,
    rows: before.rows + rows,
    gathered: isLast,
    holdings: {
      opened: before.holdings.opened + holdings.opened,
      unreadable: before.holdings.unreadable + holdings.unreadable,
    },
  };
  await db.transaction(async (tx) => {
    await holdExport(tx, making, progress);
    for (const piece of sealed)
      await tx.execute(sql`
        insert into file_pieces (file, piece, key_id, sealed)
        values (${making.id}, ${piece.piece}, ${piece.keyId}, ${piece.sealed})`);
  });
  return progress;
}

async function readNewest(
  connection: ReservedSql,
  { campaignId, list }: { campaignId: number; list: ListOf },
): Promise<Progress["until"]> {
  if (isPledgeList(list)) {
    const [row] = await connection<{ id: number }[]>`select coalesce(max(id), 0)::float8 as id from pledges`;
    return row?.id ?? 0;
  }
  const [row] = await connection<SignaturePlace[]>`
    select coalesce(max(signed_at), now())::text as at, (select coalesce(max(id), 0)
      from signatures)::float8 as id
    from signatures where campaign_id = ${campaignId}`;
  return row ?? null;
}

type From = Pick<Progress, "after" | "until" | "pieces">;

/** The header, at the beginning of the list, and its slices. */
const slicesOf = (
  connection: ReservedSql,
  keys: Keys,
  { campaignId, list }: Making,
  from: From,
): AsyncGenerator<Slice> =>
  isPledgeList(list)
    ? slicesOfPledges(connection, keys, { campaignId, list }, from)
    : slicesOfSignatures(connection, { campaignId, list }, from);

async function* slicesOfSignatures(
  connection: ReservedSql,
  { campaignId, list }: { campaignId: number; list: Exclude<ListOf, PledgeList> },
  from: From,
): AsyncGenerator<Slice> {
  const until = from.until as SignaturePlace | null;
  let hasHead = from.pieces > 0;
  for (let after = from.after as SignaturePlace | null, isLast = false; !isLast; hasHead = true) {
    const slice = { after, until };
    const [through] = await connection.unsafe<SignaturePlace[]>(
      lastPlaceQuery(campaignId, list, slice, rowsASlice),
    );
    isLast = through === undefined;
    const query = signaturesQuery(campaignId, list.preset, list.filter, {
      ...slice,
      through: through ?? null,
    });
    const head = hasHead ? "" : ", header";
    const copy = await connection
      .unsafe(`copy (${query}) to stdout with (format csv, encoding 'UTF8'${head})`)
      .readable();
    const bytes = await buffer(copy);
    after = through ?? after;
    const rows = isLast ? countRows(bytes, !hasHead) : rowsASlice;
    if (bytes.length > 0) yield { bytes, rows, after, isLast, holdings: { opened: 0, unreadable: 0 } };
  }
}

/** Rows of CSV: line ends outside quotes. */
function countRows(bytes: Buffer, withHead: boolean): number {
  let rows = withHead ? -1 : 0;
  let quoted = false;
  for (const byte of bytes) {
    if (byte === 34) quoted = !quoted;
    else if (byte === 10 && !quoted) rows++;
  }
  return rows;
}

async function* slicesOfPledges(
  connection: ReservedSql,
  keys: Keys,
  on: { campaignId: number; list: PledgeList },
  from: From,
): AsyncGenerator<Slice> {
  const [after, until] = [from.after as Place | null, from.until as number | null];
  if (from.pieces === 0) {
    const none = { opened: 0, unreadable: 0 };
    yield { bytes: Buffer.from(headOfPledges(on.list)), rows: 0, after: null, holdings: none };
  }
  for await (const page of readPledgePages(connection, keys, on, { after, until })) {
    const { text, ...rest } = page;
    yield { bytes: Buffer.from(text), ...rest };
  }
}
