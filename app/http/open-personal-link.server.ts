import { areLinksEnded } from "#app/domain/supporters/person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import { type OpenedToken, openToken, type TokenPurpose } from "#app/lib/token.server.ts";
import type { Db } from "#db/index.ts";

type Link = { purpose: TokenPurpose; token: string | undefined; within?: string };

/** Opens the token of a personal link. A link from before the person's links were ended has expired. */
export async function openPersonalLink(
  { db, env }: { db: Db; env: { keys: Keys } },
  { purpose, token = "", within }: Link,
  now: Date,
): Promise<OpenedToken> {
  const opened = openToken(env.keys, purpose, token, now, within);
  if (opened.outcome === "invalid") return opened;
  return (await areLinksEnded(db, opened.subject, opened.issuedAt))
    ? { ...opened, outcome: "expired" }
    : opened;
}
