import type { Env } from "#app/lib/env.server.ts";
import { openErasureLog } from "#app/lib/erasure-log.server.ts";
import type { Transport } from "./transport.ts";

/** Gathers what erasing people needs besides the database: keys, the log, and the emails kept as files. */
export const createErasing = (env: Pick<Env, "keys" | "erasureLog">, transport: Transport) => ({
  keys: env.keys,
  log: openErasureLog(env.erasureLog),
  removeMails: (ids: string[]) => transport.files.remove(ids),
});
