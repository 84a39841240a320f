import { eq, sql } from "drizzle-orm";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import {
  changedFields,
  fingerprintOf,
  fromTo,
  verificationAfter,
} from "#app/domain/campaign/meetings/change.server.ts";
import {
  type CompanyEditorScope,
  lockTarget,
  recordKeeping,
} from "#app/domain/campaign/meetings/company-editor.server.ts";
import { replanReminders } from "#app/domain/campaign/meetings/replan-reminders.server.ts";
import type { Db } from "#db/index.ts";
import { targets } from "#db/schema/index.ts";
import type { CompanyValues } from "./company-form.ts";
import type { CompanyRow } from "./find-company.server.ts";

export type SaveCompanyInput = {
  scope: CompanyEditorScope;
  /** `seenOfCompany` when the edit began. */
  seen: string;
  values: CompanyValues;
  /** The organizer confirms that the source says all of it, for that day. */
  checked: boolean;
};

export type CompanySaved =
  | { outcome: "saved"; changed: string[] }
  /** Somebody saved since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  /** A meeting has times, which another zone would shift. */
  | { outcome: "zone-in-use" }
  /** A meeting has a date that the other law does not have. */
  | { outcome: "law-in-use" }
  /** Another campaign uses these facts, and the organizer may not edit them there. */
  | { outcome: "shared" }
  | { outcome: "gone" };

/** Fields whose values are logged; for the others, only that they changed. */
const audited = ["name", "ticker", "exchange", "zone", "country", "jurisdiction"] as const;

/** Fingerprints what an edit begins on. */
export function seenOfCompany({ id: _id, slug: _slug, verifiedBy: _by, ...company }: CompanyRow) {
  return fingerprintOf(company, Object.keys(company).sort());
}

/**
 * Stores what is known of a company, for every campaign on it, and plans the reminders of its meetings again.
 * A change that its author has not checked leaves it unverified.
 */
export async function saveCompany(
  db: Db,
  { scope, seen, values, checked }: SaveCompanyInput,
  now = new Date(),
): Promise<CompanySaved> {
  return db.transaction(async (tx): Promise<CompanySaved> => {
    const locked = await lockTarget(tx, scope);
    if (locked.outcome !== "locked") return locked;
    const { keeper } = locked;
    const [before] = await tx.select().from(targets).where(eq(targets.id, keeper.targetId));
    if (!before || seenOfCompany(before) !== seen) return { outcome: "stale" };

    const changed = changedFields(before, values);
    if (changed.length === 0 && !checked) return { outcome: "saved", changed };
    if (changed.includes("zone")) {
      const timed = await tx.execute(sql`
        select from meetings where target_id = ${before.id}
          and num_nonnulls(meeting_at, vote_by, plan_vote_by) > 0 limit 1`);
      if (timed.length > 0) return { outcome: "zone-in-use" };
    }
    const { recordDate, coFiling } = profileOf(values.jurisdiction);
    if (changed.includes("jurisdiction") && !(recordDate && coFiling)) {
      const dated = await tx.execute(sql`
        select from meetings where target_id = ${before.id}
          and ((record_date is not null and ${!recordDate})
            or (proposal_deadline is not null and ${!coFiling})) limit 1`);
      if (dated.length > 0) return { outcome: "law-in-use" };
    }
    const vouched = { checked, changed: changed.length > 0, by: keeper.name };
    const row = { ...values, ...verificationAfter(before, vouched, now) };
    await tx.update(targets).set(row).where(eq(targets.id, before.id));
    const detail = {
      fields: changed,
      ...fromTo(
        before,
        values,
        audited.filter((field) => changed.includes(field)),
      ),
      verified: row.verifiedAt !== null,
    };
    await recordKeeping(tx, keeper, "company-changed", detail, now);
    if (changed.some((field) => field === "zone" || field === "jurisdiction"))
      await replanReminders(tx, { targetId: before.id });
    return { outcome: "saved", changed };
  });
}
