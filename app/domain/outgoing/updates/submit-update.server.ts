import { eq, sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { findInLine } from "#app/domain/outgoing/updates/words/line.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { stepsAtMost } from "./audience/acts.ts";
import { type LockedUpdate, lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { countAudience } from "./progress.server.ts";
import { findUpdate } from "./queries.server.ts";
import { updateApproval } from "./update-approval.ts";
import { citedIn, differsInCampaign, partsOf, readCampaignDigest } from "./update-content.server.ts";
import type { UpdateContent } from "./update-form.ts";
import { listClaimsForUpdates } from "./words/list-claims.server.ts";
import { parseUpdate } from "./words/markdown.ts";
import { readFrameOf } from "./words/read-update.server.ts";

/** Why a draft cannot be submitted, by form field. */
export type Incomplete = {
  field: string;
  value?: string;
  code: "subject-missing" | "merge-field" | "body-missing" | "markdown" | "audience-empty" | "series-full";
};

export type Submitted =
  | { outcome: "submitted" }
  | { outcome: "incomplete"; problems: Incomplete[] }
  /** Somebody saved since the page was displayed. */
  | { outcome: "stale" }
  /** What its emails say besides their words differs from the page. */
  | { outcome: "frame-changed" }
  /** It is submitted already, or no longer a draft. */
  | { outcome: "not-draft" }
  | { outcome: "gone" };

/**
 * Requests approval of a draft. `campaignDigest`: the page's `readCampaignDigest`; by default, the current
 * one. The audit entry has hashes of its parts, so that an approver sees what changed since the last
 * submission.
 */
export async function submitUpdate(
  db: DbOrTx,
  input: OnUpdate & { version: number; campaignDigest?: string | undefined },
  now = new Date(),
): Promise<Submitted> {
  const { campaignId, publicId, actor, version } = input;
  const seen = await findUpdate(db, campaignId, publicId);
  if (!seen) return { outcome: "gone" };
  const people = await countAudience(db, { campaignId, ...seen }, now);
  const claims = await listClaimsForUpdates(db, campaignId);
  const problems: Incomplete[] = [
    ...incomplete(seen, claims),
    ...(people === 0 && !seen.audience.after ? [{ field: "did", code: "audience-empty" } as const] : []),
  ];

  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "write");
    if (!update) return { outcome: "gone" };
    if (update.state !== "draft" || update.isSubmitted) return { outcome: "not-draft" };
    if (update.version !== version || seen.version !== version) return { outcome: "stale" };
    if (await isSeriesFull(tx, campaignId, update)) problems.push({ field: "after", code: "series-full" });
    if (problems.length > 0) return { outcome: "incomplete", problems };
    const { campaignDigest } = input;
    if (
      campaignDigest !== undefined &&
      differsInCampaign(campaignDigest, await readCampaignDigest(tx, campaignId), citedIn(seen.texts))
    )
      return { outcome: "frame-changed" };

    await tx
      .update(updates)
      .set({
        submittedAt: now,
        submittedById: organizerOf(actor),
        submittedFrame: await readFrameOf(tx, update.id),
      })
      .where(eq(updates.id, update.id));
    const detail = { version, people, parts: partsOf(update.content) };
    await recordAudit(tx, { actor, action: "update-submitted", campaignId, subject: publicId, detail }, now);
    await askApproval(tx, updateApproval, { campaignId, subject: publicId, actor }, now);
    return { outcome: "submitted" };
  });
}

/** Tells whether as many others as may follow the same act are submitted or run. */
async function isSeriesFull(tx: Tx, campaignId: number, { id, content }: LockedUpdate): Promise<boolean> {
  const act = content.audience.after?.act;
  if (!act) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('series', ${campaignId}))`);
  const others = await tx.execute(sql`
    select from updates where campaign_id = ${campaignId} and id <> ${id}
      and audience #>> '{after,act}' = ${act} and submitted_at is not null
      and state not in ('sent', 'cancelled')`);
  return others.length >= stepsAtMost;
}

/** What is missing or unreadable in the texts. */
function incomplete(
  { texts }: Pick<UpdateContent, "texts">,
  claims: Parameters<typeof parseUpdate>[1],
): Incomplete[] {
  const ofTexts = texts.flatMap(({ locale, subject, body }): Incomplete[] => [
    ...(subject === "" ? [{ field: `subject_${locale}`, code: "subject-missing" } as const] : []),
    ...(body === ""
      ? [{ field: `body_${locale}`, code: "body-missing" } as const]
      : parseUpdate(body, claims).ok
        ? []
        : [{ field: `body_${locale}`, code: "markdown" } as const]),
  ]);
  return [...problemsOfLines(texts), ...ofTexts];
}

/** Finds subjects and greetings that cannot be sent. */
export const problemsOfLines = (texts: UpdateContent["texts"]): Incomplete[] =>
  texts.flatMap((text) =>
    (["subject", "greeting"] as const).flatMap((line): Incomplete[] => {
      const value = findInLine(text[line] ?? "");
      return value === null ? [] : [{ field: `${line}_${text.locale}`, code: "merge-field", value }];
    }),
  );
