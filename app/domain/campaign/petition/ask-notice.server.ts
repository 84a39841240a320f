import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { noticeApproval } from "#app/domain/campaign/notices/notice-approval.ts";
import { readNoticeFrame } from "#app/domain/campaign/notices/notice-frame.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { petitionNotices } from "#db/schema/index.ts";
import { meaningOf } from "./petition-meaning.ts";
import { readTexts } from "./read-texts.server.ts";

type AskInput = OnCampaign & {
  version: number;
  /** What the text changes, as the email says it. */
  change: string;
};

export type NoticeAsked =
  | { outcome: "asked" }
  /** Those who signed before are being notified, or will be. */
  | { outcome: "told" }
  /** The text keeps nobody apart, or is not the first with the current meaning. */
  | { outcome: "not-apart" }
  | { outcome: "gone" };

/** Asks to notify everybody who signed before a text changed its meaning. Somebody else has to approve. */
export const askNotice = (db: Db, input: AskInput, now = new Date()): Promise<NoticeAsked> =>
  db.transaction(async (tx) =>
    (await lockCampaign(tx, input, "manage")) ? addNotice(tx, input, now) : { outcome: "gone" },
  );

/** Does askNotice in the caller's transaction, which holds the campaign. */
export async function addNotice(tx: Tx, input: AskInput, now: Date): Promise<NoticeAsked> {
  const { campaignId, actor, version, change } = input;
  const { versions, current } = await readTexts(tx, campaignId);
  const meaning = versions.find((one) => current && one.version === meaningOf(current));
  if (meaning?.version !== version || meaning.earlierSigners === null) return { outcome: "not-apart" };
  const n = petitionNotices;
  const inForce = or(isNull(n.cancelledAt), isNotNull(n.approvedAt));
  const known = and(eq(n.campaignId, campaignId), eq(n.version, version), inForce);
  if ((await tx.$count(n, known)) > 0) return { outcome: "told" };
  const [notice] = await tx
    .insert(n)
    .values({ campaignId, version, change, askedById: organizerOf(actor), askedAt: now })
    .returning({ id: n.id, subject: n.publicId });
  if (!notice) throw new Error("a notice was not stored");
  const askedFrame = await readNoticeFrame(tx, notice.id);
  await tx.update(n).set({ askedFrame }).where(eq(n.id, notice.id));
  const entry = { actor, action: "notice-asked", campaignId, subject: notice.subject } as const;
  await recordAudit(tx, { ...entry, detail: { version } }, now);
  await askApproval(tx, noticeApproval, entry, now);
  return { outcome: "asked" };
}
