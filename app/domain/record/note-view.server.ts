import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { actorOf, recordAudit } from "./record.server.ts";

/** Lists of people in the console. */
export type PeopleList =
  | "signatures"
  | "pledges"
  | "co-filers"
  | "letters"
  | "moderation"
  | "dispatch"
  | "names"
  | "review"
  | "deliveries";

type ListView = {
  list: PeopleList;
  /** How many people the page showed. */
  rows: number;
  /** Only states, days and years. */
  filter?: Record<string, string | number | null>;
  paged?: boolean;
};

/** Records that somebody opened or paged through a list of people, before they see it. */
export async function noteListView(
  db: DbOrTx,
  { campaignId, organizerId }: { campaignId: number; organizerId: string | null },
  { list, rows, filter = {}, paged = false }: ListView,
  now = new Date(),
): Promise<void> {
  const narrowed = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
  const detail = { list, rows, ...narrowed, ...(paged ? { paged } : {}) };
  const entry = { actor: actorOf(organizerId), action: "people-listed", subject: null } as const;
  await recordAudit(db, { ...entry, campaignId, detail }, now);
}

/** Records a search of a list. The query may be a name, so its keyed hash is stored: equal queries match. */
export async function noteSearch(
  db: Db,
  keys: Keys,
  { campaignId, organizerId }: { campaignId: number; organizerId: string | null },
  { list, rows, typed }: { list: PeopleList; rows: number; typed: string },
  now = new Date(),
): Promise<void> {
  const wanted = hmac(keys, "audit-filter", typed.trim().toLowerCase()).digest.toString("hex").slice(0, 32);
  const entry = { actor: actorOf(organizerId), action: "people-searched", subject: null } as const;
  await recordAudit(db, { ...entry, campaignId, detail: { list, rows, wanted } }, now);
}
