import { type SQL, sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { maxAnnexNames } from "./dispatch.ts";
import { dispatchApproval } from "./dispatch-approval.ts";
import { frameNow, readDispatchDigest } from "./dispatch-frame.server.ts";
import { lettersFor, nameSha256, waitingNames } from "./eligible.server.ts";
import { type LockedDispatch, lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";
import { type PlannedPart, planParts, type WeighedLetter } from "./plan-parts.ts";

export type DispatchSubmitted =
  | { outcome: "submitted"; letters: number; names: number; parts: number }
  /** There are no letters and no names to include. */
  | { outcome: "nothing-waits" }
  /** Somebody saved since the page was displayed. */
  | { outcome: "stale" }
  /** What its emails say of the campaign or a recipient differs from the page. */
  | { outcome: "frame-changed" }
  /** It is submitted already, or no longer a draft. */
  | { outcome: "not-draft" }
  | { outcome: "gone" };

/**
 * Requests approval of a draft and fixes its content: from now on its letters are `queued`, its names are in
 * no other annex and go as they are now or not at all, and everything is divided into emails. Letters or
 * signatures being withdrawn, erased or edited right now are left for the next one. `campaignDigest`: the
 * page's `readDispatchDigest`; by default, the current one.
 */
export async function submitDispatch(
  db: Db,
  input: OnDispatch & { version: number; campaignDigest?: string | undefined },
  now = new Date(),
): Promise<DispatchSubmitted> {
  const { campaignId, publicId, actor, version } = input;
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "write");
    if (!dispatch) return { outcome: "gone" };
    if (dispatch.state !== "draft" || dispatch.isSubmitted) return { outcome: "not-draft" };
    if (dispatch.version !== version) return { outcome: "stale" };

    if (
      input.campaignDigest !== undefined &&
      input.campaignDigest !== (await readDispatchDigest(tx, dispatch))
    )
      return { outcome: "frame-changed" };

    const alone = dispatch.kind === "individual";
    const names = !alone && dispatch.content.withNames ? await takeNames(tx, dispatch) : [];
    const letters = await takeLetters(tx, lettersFor(dispatch));
    if (letters.length + names.length === 0) return { outcome: "nothing-waits" };
    const parts = planParts(letters, names, { alone });
    await storeParts(tx, dispatch.id, parts);
    await tx.execute(sql`
      update letter_dispatches x
        set submitted_at = ${now.toISOString()}, submitted_by_id = ${organizerOf(actor)}::uuid,
        recipient_name = r.name, recipient_email = r.email, submitted_frame = ${frameNow}
      from letter_recipients r, campaigns c
      where x.id = ${dispatch.id} and r.id = x.recipient_id and c.id = x.campaign_id`);
    const found = { letters: letters.length, names: names.length, parts: parts.length };
    const detail = { version, ...found };
    await recordAudit(
      tx,
      { actor, action: "dispatch-submitted", campaignId, subject: publicId, detail },
      now,
    );
    await askApproval(tx, dispatchApproval, { campaignId, subject: publicId, actor }, now);
    // Last, since it changes counters that everyone who writes or withdraws a letter waits for.
    await queueLetters(tx, dispatch.id, letters);
    return { outcome: "submitted", ...found };
  });
}

async function takeLetters(tx: Tx, which: SQL): Promise<WeighedLetter[]> {
  const rows = await tx.execute<{ id: number; bytes: number }>(sql`
    select l.id::float8 as id, octet_length(l.body) as bytes from letters l
    where ${which} order by l.id for update of l skip locked`);
  return [...rows];
}

async function takeNames(tx: Tx, { id, campaignId, companyId }: LockedDispatch): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    insert into letter_names (signature_id, company_id, dispatch_id, approved_sha256)
    select g.id, ${companyId}, ${id}, ${nameSha256} from signatures g
      join supporters s on s.id = g.supporter_id
    where ${waitingNames({ campaignId, companyId })}
    order by g.id limit ${maxAnnexNames} for key share of g skip locked
    on conflict do nothing
    returning signature_id::float8 as id`);
  return rows.map((row) => row.id).sort((a, b) => a - b);
}

async function storeParts(tx: Tx, dispatchId: number, parts: readonly PlannedPart[]): Promise<void> {
  for (const [place, { letterIds, signatureIds }] of parts.entries()) {
    await tx.execute(sql`
      insert into letter_parts (dispatch_id, part, letter_ids, signature_ids)
      values (${dispatchId}, ${place + 1}, ${sql.param(letterIds)}::bigint[],
        ${sql.param(signatureIds)}::bigint[])`);
  }
}

const queueLetters = (tx: Tx, dispatchId: number, letters: readonly WeighedLetter[]) =>
  tx.execute(sql`
    update letters set state = 'queued', dispatch_id = ${dispatchId}
    where id = any (${sql.param(letters.map(({ id }) => id))}::bigint[])`);
