import { and, eq, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import type { UpdatesFor } from "#app/domain/entries/imports/import.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { imports } from "#db/schema/index.ts";
import { fromTheStart } from "./start-dry-run.server.ts";

/** What these people agreed to: the exact text, where and how, and by which day all had agreed. */
export type Agreed = { consentText: string; consentSource: string; agreedOn: string; updatesFor: UpdatesFor };

type Start = { campaignId: number; organizerId: string | null; publicId: string; agreed: Agreed };

/**
 * Lets a job take in what a dry run showed. What the people agreed to is stored with it and never changed.
 * False where no dry run was made, or exports are frozen.
 */
export async function startImport(
  db: Db,
  { campaignId, organizerId, publicId, agreed }: Start,
  now = new Date(),
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(imports)
      .set({ ...fromTheStart, ...agreed, state: "importing", startedAt: now })
      .where(
        and(
          eq(imports.publicId, publicId),
          eq(imports.campaignId, campaignId),
          eq(imports.state, "tried"),
          sql`${imports.campaignId} not in ${frozenCampaigns}`,
        ),
      )
      .returning({ format: imports.format, sha256: imports.sha256 });
    if (!row) return false;
    const detail = {
      format: row.format,
      sha256: row.sha256?.toString("hex") ?? null,
      agreedOn: agreed.agreedOn,
      updatesFor: agreed.updatesFor,
    };
    const entry = { actor: actorOf(organizerId), action: "import-started" } as const;
    await recordAudit(tx, { ...entry, campaignId, subject: publicId, detail }, now);
    return true;
  });
}
