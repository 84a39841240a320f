import { and, inArray, sql } from "drizzle-orm";
import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { suppressions } from "#db/schema/index.ts";
import { bounceRestsDays } from "./email.ts";

/** Suppressions that stop every email. A complaint or an old bounce stops only unrequested email. */
const stopsAll = sql<boolean>`(${suppressions.reason} = 'never' or (${suppressions.reason} = 'hard_bounce'
  and ${suppressions.createdAt} > now() - make_interval(days => ${bounceRestsDays})))`;

type Going = { id: number; address: string; lane: "asked" | "free" | "bulk" };

/** Finds which emails go to an address that gets none of their kind. */
export async function findSuppressed(tx: Tx, keys: Keys, due: readonly Going[]): Promise<Set<number>> {
  const hashes = due.flatMap(({ id, address, lane }) => {
    const asked = lane !== "bulk";
    return hashesOfAddress(keys, address).map((hash) => ({ id, hash, asked }));
  });
  const found = await tx
    .select({ hash: suppressions.addressHmac, stopsAll })
    .from(suppressions)
    .where(
      inArray(
        suppressions.addressHmac,
        hashes.map(({ hash }) => hash),
      ),
    );
  const stopped = hashes.filter(({ hash, asked }) =>
    found.some((row) => row.hash.equals(hash) && (row.stopsAll || !asked)),
  );
  return new Set(stopped.map(({ id }) => id));
}

const of = (keys: Keys, address: string) => inArray(suppressions.addressHmac, hashesOfAddress(keys, address));

export async function listSuppressions(db: DbOrTx, keys: Keys, address: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ reason: suppressions.reason })
    .from(suppressions)
    .where(of(keys, address));
  return rows.map(({ reason }) => reason).sort();
}

/** True for an address that gets no unrequested email. */
export const isSuppressed = async (tx: Tx, keys: Keys, address: string): Promise<boolean> =>
  (await tx.$count(suppressions, of(keys, address))) > 0;

/** True for an address that gets no email at all, even if someone waits for it. */
export const getsNoMail = async (tx: DbOrTx, keys: Keys, address: string): Promise<boolean> =>
  (await tx.$count(suppressions, and(of(keys, address), stopsAll))) > 0;
