import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Attachment } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { mayAct } from "../updates/lock-update.server.ts";
import { type PreviewPorts, previewPart, type WhichPart } from "./preview-part.server.ts";

type TakeInput = WhichPart & {
  organizerId: string;
  /** A `PartFile`; of any other there is none. */
  kind: string;
};

export type FileTaken =
  | { outcome: "taken"; file: Attachment }
  /** A letter in it tells how many shares its writer holds, and the organizer may not see holdings. */
  | { outcome: "no-holdings" }
  | { outcome: "gone" };

/**
 * Gives an organizer an annex before it is handed over: an export, which the audit tells with its sha256 before a byte
 * of it leaves.
 */
export async function takePartFile(
  db: Db,
  ports: PreviewPorts,
  { organizerId, kind, ...which }: TakeInput,
  now = new Date(),
): Promise<FileTaken> {
  const { campaignId, publicId: subject, part } = which;
  const actor = `organizer:${organizerId}` as const;
  const [may] = await db.execute<{ exports: boolean; holdings: boolean }>(sql`
    select ${mayAct(actor, campaignId, "export-signatures")} as exports,
      ${mayAct(actor, campaignId, "view-holdings")} as holdings`);
  if (!may?.exports) return { outcome: "gone" };
  const preview = await previewPart(db, ports, which, { covered: false });
  const found = preview.outcome === "written" ? preview.files.find((each) => each.kind === kind) : undefined;
  if (preview.outcome !== "written" || !found) return { outcome: "gone" };

  const { letters, names } = preview.gathered;
  const told = kind.startsWith("letter") ? letters.filter(({ shares }) => shares !== null).length : 0;
  if (told > 0 && !may.holdings) return { outcome: "no-holdings" };
  const detail = {
    ...{ part, file: kind, holdings: told },
    ...{ letters: kind.startsWith("letter") ? letters.length : 0 },
    ...{ names: kind.startsWith("names") ? names.length : 0 },
    sha256: createHash("sha256").update(found.file.content).digest("hex"),
  };
  await recordAudit(db, { actor, action: "dispatch-file-taken", campaignId, subject, detail }, now);
  return { outcome: "taken", file: found.file };
}
