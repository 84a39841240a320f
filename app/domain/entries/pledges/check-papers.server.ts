import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { canOpen } from "./holding.server.ts";
import { lockForOrganizer, type OrganizerScope, viewMarks } from "./lock-pledge.server.ts";
import type { CheckedLevel, Verification } from "./pledge.ts";
import { moveTotals } from "./totals/move-totals.server.ts";

type Check = {
  scope: OrganizerScope;
  publicId: string;
  /** The level displayed on the page. */
  seen: Verification;
  level: CheckedLevel | "email_confirmed";
};

/**
 * Records what an organizer has seen of a holding, as a level with their id and the time: no document is
 * kept. `email_confirmed` takes it back. What has been changed since the organizer saw it stays as it is. The
 * totals move from one level to the other in the same transaction.
 */
export async function checkPapers(
  db: Db,
  keys: Keys,
  { scope, publicId, seen, level }: Check,
  now = new Date(),
): Promise<{ outcome: "recorded" | "changed" | "unreadable" | "not-active" | "forbidden" }> {
  return db.transaction(async (tx) => {
    const locked = await lockForOrganizer(tx, { scope, publicId, right: "check-papers" });
    if (locked.outcome !== "locked") return { outcome: locked.outcome };
    const { pledge } = locked;
    if (pledge.kind === "fund") return { outcome: "not-active" };
    if (!canOpen(keys, pledge)) return { outcome: "unreadable" };
    if (pledge.verification !== seen) return { outcome: "changed" };

    if (pledge.status === "active") await moveTotals(tx, keys, pledge, -1);
    const checked = level !== "email_confirmed";
    const [changed] = await tx
      .update(pledges)
      .set({
        verification: level,
        verifiedAt: checked ? now : null,
        verifiedBy: checked ? scope.organizerId : null,
      })
      .where(eq(pledges.id, pledge.id))
      .returning();
    if (changed?.status === "active") await moveTotals(tx, keys, changed, 1);
    await recordAudit(
      tx,
      {
        actor: actorOf(scope.organizerId),
        action: "pledge-papers-checked",
        campaignId: scope.campaignId,
        subject: randomUUID(),
        detail: { pledge: viewMarks(keys, publicId)[0], from: pledge.verification, to: level },
      },
      now,
    );
    return { outcome: "recorded" };
  });
}
