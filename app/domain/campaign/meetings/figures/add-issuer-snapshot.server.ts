import { desc, eq } from "drizzle-orm";
import { fromMicro, toMicro } from "#app/domain/base/micro.ts";
import { changedFields, verificationAfter } from "#app/domain/campaign/meetings/change.server.ts";
import {
  type CompanyEditor,
  type CompanyEditorScope,
  lockTarget,
  recordKeeping,
} from "#app/domain/campaign/meetings/company-editor.server.ts";
import { replanReminders } from "#app/domain/campaign/meetings/replan-reminders.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { issuerSnapshots } from "#db/schema/index.ts";
import type { SnapshotValues } from "./snapshot-form.ts";

export type AddSnapshotInput = {
  scope: CompanyEditorScope;
  values: SnapshotValues;
  /** The organizer confirms that the source says all of it, for that day. */
  checked: boolean;
};

export type SnapshotAdded =
  | { outcome: "added" }
  /** Same as the newest figures, including verification: the form was sent twice. */
  | { outcome: "already-there" }
  /** Another campaign uses these facts, and the organizer may not edit them there. */
  | { outcome: "shared" }
  | { outcome: "gone" };

/** Adds figures of the company. Those there are stay as they were: they were shown, with their day. */
export async function addIssuerSnapshot(
  db: Db,
  { scope, values, checked }: AddSnapshotInput,
  now = new Date(),
): Promise<SnapshotAdded> {
  return db.transaction(async (tx) => {
    const locked = await lockTarget(tx, scope);
    if (locked.outcome !== "locked") return locked;
    const { keeper } = locked;
    const newest = await findNewest(tx, keeper);
    const isThere =
      newest !== null && changedFields(newest.values, values).length === 0 && newest.isVerified === checked;
    if (isThere) return { outcome: "already-there" };

    const vouched = { checked, changed: true, by: keeper.name };
    const row = { ...values, ...verificationAfter(null, vouched, now), targetId: keeper.targetId };
    await tx.insert(issuerSnapshots).values(row);
    const { sourceUrl: _source, asOf, ...figures } = values;
    const detail = { fields: changedFields(null, figures), asOf, verified: checked };
    await recordKeeping(tx, keeper, "issuer-figures-changed", detail, now);
    await replanReminders(tx, { targetId: keeper.targetId });
    return { outcome: "added" };
  });
}

async function findNewest(tx: Tx, { targetId }: CompanyEditor) {
  const [row] = await tx
    .select()
    .from(issuerSnapshots)
    .where(eq(issuerSnapshots.targetId, targetId))
    .orderBy(desc(issuerSnapshots.id))
    .limit(1);
  if (!row) return null;
  const { sharesOutstanding, price, priceHigh60d, asOf, sourceUrl, verifiedAt } = row;
  const prices = { price: shortest(price), priceHigh60d: shortest(priceHigh60d) };
  return { values: { sharesOutstanding, ...prices, asOf, sourceUrl }, isVerified: verifiedAt !== null };
}

const shortest = (price: string | null) => price && fromMicro(toMicro(price));
