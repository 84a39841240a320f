import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
export async function runImports(_db: Db, _keys: Keys, _stop: AbortSignal): Promise<number> {
  return 0;
}
