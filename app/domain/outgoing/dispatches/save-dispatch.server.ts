import { sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db, Tx } from "#db/index.ts";
import type { DispatchContent } from "./dispatch.ts";
import { type LockedDispatch, lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";
import { revertToDraft } from "./revert-to-draft.server.ts";

export type SaveDispatchInput = OnDispatch & {
  /** The version the edit began on. */
  version: number;
  content: DispatchContent;
};

export type DispatchSaved =
  /** `tookBack`: it was submitted or approved, and no longer is. */
  | { outcome: "saved"; version: number; tookBack: boolean }
  /** Somebody saved since the edit began: `theirs` is the text of `version`. Nothing was stored. */
  | { outcome: "stale"; version: number; theirs: DispatchContent }
  /** No such recipient at the dispatch's company, or it is retired. */
  | { outcome: "no-recipient" }
  /** It has begun to be sent, or was cancelled. */
  | { outcome: "closed" }
  | { outcome: "gone" };

/** Stores an edit of a draft. Any change withdraws its approval; an edit without one leaves all as it is. */
export async function saveDispatch(
  db: Db,
  input: SaveDispatchInput,
  now = new Date(),
): Promise<DispatchSaved> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "write");
    if (!dispatch) return { outcome: "gone" };
    if (dispatch.state !== "draft") return { outcome: "closed" };
    const { version } = dispatch;
    const content = {
      ...input.content,
      withNames: dispatch.kind === "consolidated" && input.content.withNames,
    };
    if (isSame(dispatch.content, content)) return { outcome: "saved", version, tookBack: false };
    if (version !== input.version) return { outcome: "stale", version, theirs: dispatch.content };
    const recipientId = await findRecipient(tx, dispatch, content.recipientPublicId);
    if (recipientId === null) return { outcome: "no-recipient" };

    const tookBack = await revertToDraft(tx, dispatch, input.actor, now);
    await store(tx, dispatch, { ...content, recipientId, editor: organizerOf(input.actor) }, now);
    const { actor, campaignId, publicId: subject } = input;
    const detail = { version: version + 1, parts: changed(dispatch.content, content), tookBack };
    await recordAudit(tx, { actor, action: "dispatch-edited", campaignId, subject, detail }, now);
    return { outcome: "saved", version: version + 1, tookBack };
  });
}

/** Names of the parts that differ: their content is in no log. */
const changed = (a: DispatchContent, b: DispatchContent) =>
  (["recipientPublicId", "subject", "body", "withNames"] as const).filter((part) => a[part] !== b[part]);

const isSame = (a: DispatchContent, b: DispatchContent) => changed(a, b).length === 0;

async function findRecipient(
  tx: Tx,
  { campaignId, companyId }: LockedDispatch,
  publicId: string,
): Promise<number | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await tx.execute<{ id: number }>(sql`
    select id::float8 as id from letter_recipients
    where campaign_id = ${campaignId} and company_id = ${companyId} and public_id = ${publicId}::uuid
      and retired_at is null`);
  return row?.id ?? null;
}

async function store(
  tx: Tx,
  { id }: LockedDispatch,
  {
    recipientId,
    subject,
    body,
    withNames,
    editor,
  }: DispatchContent & { recipientId: number; editor: string | null },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update letter_dispatches set recipient_id = ${recipientId}, subject = ${subject}, body = ${body},
      with_names = ${withNames}, version = version + 1, edited_at = ${now.toISOString()},
      edited_by_id = ${editor}::uuid
    where id = ${id}`);
}
