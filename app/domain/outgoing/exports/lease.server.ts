import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";

/** Seconds of a lease on making or sending a file: without renewal its holder is presumed dead. */
const leaseSeconds = 20;

export const leasedUntil = sql`now() + make_interval(secs => ${leaseSeconds})`;

/** A file that a worker makes or sends under its lease. */
export type Leased = { id: string; lease: string };

/** The lease expired and another worker has the file, or the file was removed. */
export class LeaseLost extends Error {}

/** Renews the lease as long as the file is made or sent, also while nobody reads. Returns what ends that. */
export function keepLease(db: DbOrTx, leased: Leased): () => void {
  const renew = () => renewLease(db, leased).catch(() => {});
  const timer = setInterval(renew, (leaseSeconds * 1000) / 4);
  timer.unref();
  return () => clearInterval(timer);
}

const renewLease = (db: DbOrTx, { id, lease }: Leased) =>
  db.execute(sql`update exports set lease_until = ${leasedUntil} where id = ${id} and lease_id = ${lease}`);

/** Releases the lease at once. */
export const releaseLease = (db: DbOrTx, { id, lease }: Leased) =>
  db.execute(sql`update exports set lease_until = null where id = ${id} and lease_id = ${lease}`);
