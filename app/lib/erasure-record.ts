/** One erasure: a keyed hash and a time. */
export type ErasureLine = { keyId: string; addressHmac: string; erasedAt: string };

/**
 * One record. `log` is the id of the database whose log it is. `number` counts up in that database, so a log
 * with a higher number than the database proves that the database went back in time. A `mark` is a number
 * without an erasure.
 */
export type LogRecord = { log: string } | ({ number: number } & (ErasureLine | { mark: string }));

/** `id` is null in a log of an earlier version. `broken` are numbers of lines that are no record. */
export type LogContents = { id: string | null; newest: number; lines: ErasureLine[]; broken: number[] };

/** The record of erasures outside the database, kept where a restore of the database does not reach it. */
export type ErasureLog = {
  /** As the operator knows it: a path, or `s3://bucket/prefix`. */
  place: string;
  /** Where an empty file says that the log is lost. */
  emptyFile: string;
  /** Null if there is none. */
  read(): Promise<LogContents | null>;
  /** Returns once the record is stored for good. Throws `LogUnwritten`. */
  append(record: LogRecord): Promise<void>;
};

/** The log could not be written, so the erasure it records does not happen. */
export class LogUnwritten extends Error {
  override name = "LogUnwritten";
}

export const unwritten = (place: string, why: string) =>
  new LogUnwritten(`The erasure log ${place} cannot be written (${why}). Nobody was erased.`);
