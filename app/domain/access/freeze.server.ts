import type { Readable } from "node:stream";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { mayAct } from "./may-act.server.ts";
import type { OrganizerRight } from "./organizer.ts";

/** Frozen campaigns: they start, make and serve no files and send no bulk email. */
export const frozenCampaigns = sql`(select id from campaigns where frozen_at is not null)`;

/** True while the panic switch of the campaign is on. */
export async function isFrozen(db: DbOrTx, campaignId: number): Promise<boolean> {
  const [row] = await db.execute<{ frozen: boolean }>(
    sql`select ${campaignId}::int in ${frozenCampaigns} as frozen`,
  );
  return row?.frozen === true;
}

/**
 * Locks the panic switch until the transaction ends: nothing is approved or begun during a freeze. True while
 * it is on.
 */
export async function holdFreeze(tx: Tx, campaignId: number): Promise<boolean> {
  const [row] = await tx.execute<{ frozen: boolean }>(
    sql`select frozen_at is not null as frozen from campaigns where id = ${campaignId} for key share`,
  );
  return row?.frozen === true;
}

/** What authorizes a download: a session, or an API token by its public id. */
export type LetIn = { session: number } | { token: string };

/** Who downloads a file and by which right. `by` must stay valid until the download ends. */
export type Taker = { campaignId: number; actor: Actor; right: OrganizerRight; by?: LetIn | undefined };

/** Returns why a file may not go out; null while it may. */
export async function whyMustStop(db: Db, { campaignId, actor, right, by }: Taker): Promise<string | null> {
  const [row] = await db.execute<{ frozen: boolean; may: boolean; in: boolean }>(sql`
    select ${campaignId}::int in ${frozenCampaigns} as frozen, ${mayAct(actor, campaignId, right)} as may,
      ${isIn(by)} as in`);
  if (row?.frozen) return "the campaign was frozen";
  if (!row?.may) return "who takes the file may not take it any more";
  return row.in ? null : "the session or the token that it was taken in has ended";
}

function isIn(by: LetIn | undefined): SQL {
  if (!by) return sql`true`;
  return "session" in by
    ? sql`exists (select from organizer_sessions where id = ${by.session})`
    : sql`exists (select from api_tokens where public_id = ${by.token} and revoked_at is null
        and expires_at > now())`;
}

const readEverySeconds = 1;

/**
 * Breaks a transfer off once its campaign is frozen, or who takes it was taken out, lost the right or was
 * signed out: what has not gone out yet stays here.
 */
export function stopWhenForbidden<T extends Readable>(db: Db, taker: Taker, transfer: T): T {
  const timer = setInterval(async () => {
    const why = await whyMustStop(db, taker).catch(() => null);
    if (why) transfer.destroy(new DownloadStopped(why));
  }, readEverySeconds * 1000);
  timer.unref();
  transfer.once("close", () => clearInterval(timer));
  return transfer;
}

/** Yields a file's pieces until it is over in that sense; checks before each. */
export async function* piecesWhileAllowed<T>(db: Db, taker: Taker, pieces: AsyncIterable<T>) {
  for await (const piece of pieces) {
    const why = await whyMustStop(db, taker);
    if (why) throw new DownloadStopped(why);
    yield piece;
  }
}

/** Thrown when a download is cut off because it is no longer allowed. */
export class DownloadStopped extends Error {}
