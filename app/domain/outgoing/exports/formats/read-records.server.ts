import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { OpenedList } from "./stream-export.server.ts";

/** Reads a copy's rows, head first, for formats other than CSV. Holds one block in memory. */
export function readRecords(copy: OpenedList) {
  const parser = parse({ relax_column_count: true });
  copy.source.once("error", (error) => parser.destroy(error));
  copy.source.pipe(parser);

  /** Reads the rest, so that the connection becomes free. */
  const stop = () => {
    copy.source.unpipe(parser);
    copy.cancel();
    copy.source.resume();
    parser.destroy();
  };

  return {
    read: () => parser as AsyncIterable<string[]>,
    /** The list that `source` makes of it: abandoning it abandons the copy. */
    opened: (source: Readable): OpenedList => ({
      ...copy,
      source,
      cancel: () => {
        stop();
        source.destroy();
      },
    }),
  };
}
