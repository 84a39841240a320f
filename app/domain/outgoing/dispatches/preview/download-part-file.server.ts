import { sql } from "drizzle-orm";
import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { partFiles } from "#app/domain/outgoing/dispatches/parts/part.ts";
import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Attachment } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { previewDispatch, type WhichMail } from "./preview-dispatch.server.ts";

type TakeInput = WhichMail & {
  /** Null: the operator. */
  organizerId: string | null;
  /** A `PartFile`; other names find none. Null: all of them. */
  kind: string | null;
};

export type FileTaken =
  | { outcome: "taken"; files: Attachment[] }
  /** A letter in it states its writer's shares, and the organizer may not see holdings. */
  | { outcome: "no-holdings" }
  | { outcome: "frozen" }
  | { outcome: "gone" };

/**
 * Gives the operator or an organizer an annex before it is handed over, or all of one email: an export, which
 * is logged with its sha256 before the first byte is sent.
 */
export async function downloadPartFile(
  db: Db,
  ports: Parameters<typeof previewDispatch>[1],
  { organizerId, kind, ...which }: TakeInput,
  now = new Date(),
): Promise<FileTaken> {
  const { campaignId, publicId: subject, part = 1 } = which;
  const actor = actorOf(organizerId);
  const [may] = await db.execute<{ exports: boolean; holdings: boolean }>(sql`
    select ${mayAct(actor, campaignId, "export-signatures")} as exports,
      ${mayAct(actor, campaignId, "view-holdings")} as holdings`);
  const dispatch = may?.exports ? await findDispatch(db, campaignId, subject) : null;
  const preview = dispatch && (await previewDispatch(db, ports, which));
  if (!may || !dispatch || !preview) return { outcome: "gone" };
  if (await isFrozen(db, campaignId)) return { outcome: "frozen" };
  const { mail, letters, names } = preview;
  const asked = partFiles(dispatch.kind, preview).flatMap((each, place) => {
    const [file, made] = [mail.message.attachments?.[place], mail.files[place]];
    return file && made && (kind === null || kind === each) ? [{ kind: each, file, made }] : [];
  });
  if (asked.length === 0) return { outcome: "gone" };
  const holdingsIn = (each: string) => (each.startsWith("letter") ? preview.holdings : 0);
  if (!may.holdings && asked.some((one) => holdingsIn(one.kind) > 0)) return { outcome: "no-holdings" };
  for (const { kind: each, made } of asked) {
    const detail = {
      part,
      file: each,
      holdings: holdingsIn(each),
      letters: each.startsWith("letter") ? letters : 0,
      names: each.startsWith("names") ? names : 0,
      sha256: made.sha256.toString("hex"),
    };
    await recordAudit(db, { actor, action: "dispatch-file-taken", campaignId, subject, detail }, now);
  }
  return { outcome: "taken", files: asked.map(({ file }) => file) };
}
