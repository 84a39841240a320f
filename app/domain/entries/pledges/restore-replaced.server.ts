import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { coFilers, pledgeIntentions, pledges, pledgeWilling } from "#db/schema/index.ts";
import { reportsOf } from "./activate.server.ts";
import { endPledge } from "./end-pledge.server.ts";
import { canOpen, decryptHolding, sealHolding } from "./holding.server.ts";
import { needsReview } from "./shares.ts";
import { moveTotals } from "./totals/move-totals.server.ts";
import { decryptSnapshot } from "./undo-snapshot.server.ts";

type Version = typeof pledges.$inferSelect;

/**
 * Finds the version in force that an undo of `publicId` takes back: that one, or the one that restored it
 * after a later change was undone. Null where another is in force, or none.
 */
export async function findUndoableVersion(db: DbOrTx, publicId: string): Promise<Version | null> {
  const [version] = await db
    .select()
    .from(pledges)
    .where(
      and(
        sql`${pledges.status} in ('active', 'flagged')`,
        sql`${publicId} in (${pledges.publicId},
          (select o.public_id from pledges o where o.id = ${pledges.putsBackId}))`,
        sql`${pledges.series} = (select o.series from pledges o where o.public_id = ${publicId})`,
      ),
    );
  return version ?? null;
}

/** Finds the version that `version` replaced, with what is kept of it; null where nothing is. */
export async function findBefore(db: DbOrTx, keys: Keys, version: Version, now: Date) {
  const [before] = await db
    .select()
    .from(pledges)
    .where(
      and(
        eq(pledges.series, version.series),
        eq(pledges.status, "superseded"),
        gt(pledges.keptUntil, now),
        lt(
          pledges.version,
          sql`coalesce((select o.version from pledges o where o.id = ${version.putsBackId}),
            ${version.version})`,
        ),
      ),
    )
    .orderBy(desc(pledges.version))
    .limit(1);
  const kept = before ? decryptSnapshot(keys, before) : null;
  return before && kept ? { version: before, kept } : null;
}

/**
 * Restores, as the next version, what `version` replaced: totals follow, and the caller plans the reminders.
 * A reported vote stays: who knows the link cannot make a change last by reporting, and nobody is asked
 * twice. False if nothing of it is kept. Anyone with the email may press its undo, so nothing more is shown
 * or agreed to than now: the name is shown as in the more private of both versions, and a comment is only
 * restored if no name is shown or the change left one.
 */
export async function restoreReplaced(tx: Tx, keys: Keys, version: Version, now: Date): Promise<boolean> {
  const before = await findBefore(tx, keys, version, now);
  if (!before) return false;
  const { kept } = before;
  const sameHolding = canOpen(keys, version) && sameAs(decryptHolding(keys, version), kept.holding);
  await endPledge(tx, keys, version, "undone", now);

  const display = morePrivate(version.display, kept.display);
  const [{ publicId, next } = { publicId: "", next: 0 }] = await tx.execute<{
    publicId: string;
    next: number;
  }>(sql`
    select gen_random_uuid() as "publicId", max(version) + 1 as next from pledges
    where series = ${version.series}`);
  const { id: putsBackId, reviewedAt, reviewedBy, ...content } = before.version;
  const accepted = kept.status === "active";
  const status = needsReview(kept.holding) && !accepted ? ("flagged" as const) : ("active" as const);
  const [stored] = await tx
    .insert(pledges)
    .values({
      ...content,
      ...sealHolding(keys, publicId, kept.holding),
      publicId,
      version: next,
      status,
      display,
      comment: display === "anonymous" || version.comment !== null ? kept.comment : null,
      fundManager: kept.fundManager,
      ...(accepted ? { reviewedAt, reviewedBy } : {}),
      ...reportsOf(version, kept),
      keptEnc: null,
      keptKeyId: null,
      keptUntil: null,
      putsBackId: content.putsBackId ?? putsBackId,
      createdAt: now,
      confirmedAt: now,
    })
    .returning();
  if (!stored) throw new Error("a pledge was not restored");
  await copyDetails(tx, before.version, stored);
  if (status === "active") await moveTotals(tx, keys, stored, 1);
  // Papers requested or accepted since then show the changed holding.
  const { series } = stored;
  if (sameHolding) await tx.update(coFilers).set({ pledgeId: stored.id }).where(eq(coFilers.series, series));
  else await tx.delete(coFilers).where(eq(coFilers.series, series));
  return true;
}

const displays = ["anonymous", "initials", "public"] as const;

const morePrivate = (...of: Version["display"][]) =>
  displays[Math.min(...of.map((display) => displays.indexOf(display)))] ?? "anonymous";

const sameAs = (one: ReturnType<typeof decryptHolding>, other: ReturnType<typeof decryptHolding>) =>
  one?.shares === other?.shares && one?.bucket === other?.bucket;

async function copyDetails(tx: Tx, from: Version, to: Version): Promise<void> {
  const intentions = await tx.select().from(pledgeIntentions).where(eq(pledgeIntentions.pledgeId, from.id));
  if (intentions.length > 0)
    await tx
      .insert(pledgeIntentions)
      .values(intentions.map(({ id: _id, ...intention }) => ({ ...intention, pledgeId: to.id })));
  const willing = await tx.select().from(pledgeWilling).where(eq(pledgeWilling.pledgeId, from.id));
  if (willing.length > 0)
    await tx.insert(pledgeWilling).values(willing.map((one) => ({ ...one, pledgeId: to.id })));
}
