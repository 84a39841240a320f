import type { Keys } from "#app/lib/keys.server.ts";
import { openToken } from "#app/lib/token.server.ts";

/** Download and erasure need a link that is younger than this. */
const freshFor = 24 * 3_600_000;

/** Opens the token of a manage link and tells whether it is young enough to download or erase. */
export function openManageLink(keys: Keys, token: string | undefined, now: Date) {
  const opened = openToken(keys, "manage", token ?? "", now);
  const fresh = opened.outcome === "valid" && now.getTime() - opened.issuedAt.getTime() < freshFor;
  return { opened, fresh };
}
