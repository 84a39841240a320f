import type { ErasureLog, LogContents, LogRecord } from "#app/lib/erasure-record.ts";

/** Makes an erasure log in memory, with its records. */
export function aMemoryLog(): ErasureLog & { records: LogRecord[] } {
  const records: LogRecord[] = [];
  return {
    records,
    place: "memory",
    emptyFile: "memory",
    async read() {
      if (records.length === 0) return null;
      const contents: LogContents = { id: null, newest: 0, lines: [], broken: [] };
      for (const record of records) {
        if ("log" in record) contents.id ??= record.log;
        else contents.newest = Math.max(contents.newest, record.number);
        if ("addressHmac" in record) contents.lines.push(record);
      }
      return contents;
    },
    append: async (record) => void records.push(record),
  };
}
