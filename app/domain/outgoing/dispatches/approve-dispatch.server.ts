import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { dispatchApproval } from "./dispatch-approval.ts";
import {
  type DispatchFramePart,
  differsNow,
  dispatchFrameParts,
  frameNow,
  previewSha256,
} from "./dispatch-frame.server.ts";
import { letterMayGo, nameGoesWith } from "./eligible.server.ts";
import { type LockedDispatch, lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";
import { type DispatchedLetter, readLetters, readNames } from "./read-letters.server.ts";

/**
 * `version` and `frame`: what the approver saw; `frame` is the `previewSha256` of their page, by default the
 * current one. `alone`: the operator states that nobody else needs to see it.
 */
type ApproveInput = OnDispatch & { version: number; frame?: string; alone?: boolean };

type Approved =
  | { outcome: "approved" }
  /** The approver submitted or last edited it, and somebody else can approve. */
  | NotApproving
  /** It differs from what the approver saw. */
  | { outcome: "changed" }
  /** The recipient or campaign in its emails differ from when approval was requested. */
  | { outcome: "submitted-otherwise" }
  /** Everything in it was withdrawn since. */
  | { outcome: "nothing-left" }
  | { outcome: "not-submitted" }
  | { outcome: "gone" };

/**
 * Lets a submitted dispatch go by the word of a second person: neither who submitted it nor who edited it
 * last. The only one who can approve does so alone, which is recorded; so does the operator who submitted or
 * wrote it, with `alone`. It begins in a moment. The caller has reauthenticated the approver.
 */
export async function approveDispatch(
  db: Db,
  keys: Keys,
  input: ApproveInput,
  now = new Date(),
): Promise<Approved> {
  const { campaignId, publicId: subject, actor, version, frame: seen } = input;
  return db.transaction(async (tx): Promise<Approved> => {
    const dispatch = await lockDispatch(tx, input, "approve");
    if (!dispatch) return { outcome: "gone" };
    if (dispatch.state !== "draft" || !dispatch.isSubmitted || dispatch.isApproved)
      return { outcome: "not-submitted" };
    const { id, submittedById, editedById, isOperators } = dispatch;
    // A draft of the calendar has no editor.
    const editor = editedById !== null || isOperators ? [editedById] : [];
    const decided = await decideApproval(tx, dispatchApproval, input, {
      askedById: submittedById,
      others: editor,
    });
    if ("outcome" in decided) return decided;
    if (dispatch.version !== version) return { outcome: "changed" };
    const frame = await readFrame(tx, id);
    if (seen !== undefined && seen !== frame.sha256) return { outcome: "changed" };
    if (frame.differs.length > 0) return { outcome: "submitted-otherwise" };
    const { sha256, letters, names } = await approveContent(tx, keys, dispatch, frame.frame);
    if (letters + names === 0) return { outcome: "nothing-left" };
    const approver = organizerOf(actor);
    await tx.execute(sql`
      update letter_dispatches set approved_at = ${now.toISOString()}, approved_by_id = ${approver}::uuid,
        approved_alone = ${decided.alone}, approved_sha256 = ${sha256},
        approved_frame = ${JSON.stringify(frame.frame)}::jsonb
      where id = ${id}`);
    const action = decided.alone ? "dispatch-approved-alone" : "dispatch-approved";
    const opened = await countOpenedBy(tx, id, approver);
    const detail = { version, letters, names, sha256: sha256.toString("hex"), opened };
    await recordAudit(tx, { actor, action, campaignId, subject, detail }, now);
    await enqueue(tx, "letters");
    return { outcome: "approved" };
  });
}

/**
 * Counts letters of the dispatch that the approver opened. Null for the operator, who reads them elsewhere.
 */
async function countOpenedBy(tx: Tx, dispatchId: number, organizerId: string | null): Promise<number | null> {
  if (organizerId === null) return null;
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from letter_openings r join letters l on l.id = r.letter_id
    join supporters p on p.id = l.supporter_id
    where r.dispatch_id = ${dispatchId} and r.organizer_id = ${organizerId}::uuid
      and l.dispatch_id = r.dispatch_id
      and l.approved_sha256 is not null and (p.corrected_at is null or p.corrected_at <= r.opened_at)`);
  return row?.n ?? 0;
}

type Frame = Record<DispatchFramePart, string | null>;
type ApprovedContent = { sha256: Buffer; letters: number; names: number };

/** Letters and names read at once. */
const chunk = { letters: 500, names: 5000 };

/**
 * Stores the hash under which each letter and name is approved, so that nothing else is sent under this
 * approval. Returns the sha256 of everything approved, one line of JSON each: the words, recipient and
 * campaign in every email, then the letters in order by public id and sha256 of their text, then the names to
 * hand over.
 */
async function approveContent(
  tx: Tx,
  keys: Keys,
  dispatch: LockedDispatch,
  frame: Frame,
): Promise<ApprovedContent> {
  const { id, kind, locale, content } = dispatch;
  const hash = createHash("sha256");
  const add = (line: unknown) => hash.update(`${JSON.stringify(line)}\n`);
  add([kind, locale, content.subject, content.body, content.withNames]);
  add(dispatchFrameParts.map((key) => [key, frame[key]]));
  let [letters, names] = [0, 0];
  await tx.execute(sql`
    update letters set approved_sha256 = null where dispatch_id = ${id} and approved_sha256 is not null`);
  for await (const some of approveLetters(tx, keys, id)) {
    for (const letter of some) add([letter.publicId, letter.sha256.toString("hex")]);
    letters += some.length;
  }
  await tx.execute(sql`
    update letter_names t set approved_sha256 = null
    where t.dispatch_id = ${id}
      and not exists (select from signatures g join supporters s on s.id = g.supporter_id
      where g.id = t.signature_id and ${nameGoesWith(id)})`);
  for await (const some of namesOf(tx, id)) {
    for (const { receiptCode, name, country } of some) add([receiptCode, name, country]);
    names += some.length;
  }
  return { sha256: hash.digest(), letters, names };
}

/**
 * Returns the current `dispatchFrameParts`, the hash of what a page displays of them and of the content, and
 * which differ from what was submitted. Recipient, campaign and letters stay locked until the transaction
 * ends.
 */
async function readFrame(
  tx: Tx,
  dispatchId: number,
): Promise<{ frame: Frame; sha256: string; differs: DispatchFramePart[] }> {
  await tx.execute(sql`
    select x.id from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    join campaigns c on c.id = x.campaign_id where x.id = ${dispatchId} for share of r, c`);
  await lockLetters(tx, sql`l.dispatch_id = ${dispatchId}`);
  const [row] = await tx.execute<{ frame: string; sha256: string; differs: DispatchFramePart[] }>(sql`
    select (${frameNow})::text as frame, ${previewSha256} as sha256, ${differsNow} as differs
    from letter_dispatches x
    join letter_recipients r on r.id = x.recipient_id join campaigns c on c.id = x.campaign_id
    where x.id = ${dispatchId}`);
  if (!row) throw new Error("no such dispatch");
  return { ...row, frame: JSON.parse(row.frame) };
}

async function* approveLetters(tx: Tx, keys: Keys, dispatchId: number): AsyncGenerator<DispatchedLetter[]> {
  for (let after = 0; ; ) {
    const taken = await tx.execute<{ id: number }>(sql`
      select id::float8 as id from letters where dispatch_id = ${dispatchId} and state = 'queued'
        and id > ${after}
      order by id limit ${chunk.letters}`);
    const ids = taken.map((row) => row.id);
    const some = await readLetters(
      tx,
      keys,
      sql`l.id = any (${sql.param(ids)}::bigint[]) and l.state = 'queued' and ${letterMayGo}`,
    );
    await tx.execute(sql`
      update letters l set approved_sha256 = decode(f.sha256, 'hex')
      from unnest(${sql.param(some.map((letter) => letter.id))}::bigint[],
        ${sql.param(some.map(({ sha256 }) => sha256.toString("hex")))}::text[]) as f (id, sha256)
      where l.id = f.id`);
    yield some;
    after = ids.at(-1) ?? after;
    if (ids.length < chunk.letters) return;
  }
}

/** Names to hand over, as submitted. */
async function* namesOf(tx: Tx, dispatchId: number) {
  for (let after = 0; ; ) {
    const taken = await tx.execute<{ id: number }>(sql`
      select signature_id::float8 as id from letter_names
      where dispatch_id = ${dispatchId} and signature_id > ${after}
      order by signature_id limit ${chunk.names}`);
    const ids = taken.map((row) => row.id);
    yield await readNames(tx, sql`g.id = any (${sql.param(ids)}::bigint[]) and ${nameGoesWith(dispatchId)}`);
    after = ids.at(-1) ?? after;
    if (ids.length < chunk.names) return;
  }
}
