import { type Logger, pino } from "pino";

/** Where a process tells what it did. Nothing personal goes in: no address, name, token or body. */
export type Log = Logger;

export function createLog(level = "info"): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
