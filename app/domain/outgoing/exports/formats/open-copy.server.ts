import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { type Db, longWork } from "#db/index.ts";

export type Copy = {
  source: Readable;
  /** Tells the server to stop. The holder of `source` must still read the rest. */
  cancel: () => void;
};

/**
 * Runs `query` as COPY to CSV on its own connection, which is released when the stream ends or fails. A mark
 * in its text, not a process id, identifies the COPY to cancel: behind a pooler a connection has many.
 */
export async function openCopy(db: Db, query: string): Promise<Copy> {
  const mark = `/* export ${randomUUID()} */`;
  const connection = await longWork(db).$client.reserve();
  let source: Readable;
  // An abandoned COPY is read to its end first; a closed connection has nothing to give back.
  const giveBack = () =>
    connection`select 1`.then(
      () => connection.release(),
      () => connection.release(),
    );

  try {
    source = await connection
      .unsafe(`${mark} copy (${query}) to stdout with (format csv, header, encoding 'UTF8')`)
      .readable();
  } catch (error) {
    await giveBack();
    throw error;
  }
  finished(source).then(giveBack, giveBack);

  const cancel = () => {
    db.$client`
      select pg_cancel_backend(pid) from pg_stat_activity
      where state = 'active' and query like ${`${mark}%`}`.catch(() => {});
  };
  return { source, cancel };
}
