import { sql } from "drizzle-orm";
import type { Attachment } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { isFrozen } from "../exports/frozen.server.ts";
import { mayAct } from "../updates/lock-update.server.ts";
import { partFiles } from "./part-files.ts";
import { previewDispatch, type WhichMail } from "./preview-dispatch.server.ts";
import { findDispatch } from "./queries.server.ts";

type TakeInput = WhichMail & {
  organizerId: string;
  /** A `PartFile`; of any other there is none. */
  kind: string;
};

export type FileTaken =
  | { outcome: "taken"; file: Attachment }
  /** A letter in it tells how many shares its writer holds, and the organizer may not see holdings. */
  | { outcome: "no-holdings" }
  /** The panic switch of the campaign is on. */
  | { outcome: "frozen" }
  | { outcome: "gone" };

/**
 * Gives an organizer an annex before it is handed over: an export, which the audit tells with its sha256 before a byte
 * of it leaves.
 */
export async function takePartFile(
  db: Db,
  ports: Parameters<typeof previewDispatch>[1],
  { organizerId, kind, ...which }: TakeInput,
  now = new Date(),
): Promise<FileTaken> {
  const { campaignId, publicId: subject, part = 1 } = which;
  const actor = `organizer:${organizerId}` as const;
  const [may] = await db.execute<{ exports: boolean; holdings: boolean }>(sql`
    select ${mayAct(actor, campaignId, "export-signatures")} as exports,
      ${mayAct(actor, campaignId, "view-holdings")} as holdings`);
  const dispatch = may?.exports ? await findDispatch(db, campaignId, subject) : null;
  const preview = dispatch && (await previewDispatch(db, ports, which));
  if (!may || !dispatch || !preview) return { outcome: "gone" };
  if (await isFrozen(db, campaignId)) return { outcome: "frozen" };
  const kinds: readonly string[] = partFiles(dispatch.kind, preview);
  const place = kinds.indexOf(kind);
  const file = preview.mail.message.attachments?.[place];
  const made = preview.mail.files[place];
  if (!file || !made) return { outcome: "gone" };

  const ofLetters = kind.startsWith("letter");
  const holdings = ofLetters ? preview.holdings : 0;
  if (holdings > 0 && !may.holdings) return { outcome: "no-holdings" };
  const detail = {
    ...{ part, file: kind, holdings, letters: ofLetters ? preview.letters : 0 },
    names: kind.startsWith("names") ? preview.names : 0,
    sha256: made.sha256.toString("hex"),
  };
  await recordAudit(db, { actor, action: "dispatch-file-taken", campaignId, subject, detail }, now);
  return { outcome: "taken", file };
}
