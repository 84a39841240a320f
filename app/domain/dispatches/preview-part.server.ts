import { sql } from "drizzle-orm";
import { locales, words } from "#app/i18n/index.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Attachment } from "#app/mail/transport.ts";
import type { DbOrTx } from "#db/index.ts";
import { readFigures } from "./figures.server.ts";
import { type GatheredPart, gatherPart } from "./gather-part.server.ts";
import { isUuid } from "./lock-dispatch.server.ts";
import { type PartFile, partFiles } from "./part-files.ts";
import { type WritePorts, type WrittenPart, writePart } from "./write-part.server.ts";

/** What it takes to write a mail, and to open what is in it. */
export type PreviewPorts = WritePorts & { keys: Keys };

/** One mail of one dispatch of one campaign; the first is 1. */
export type WhichPart = { campaignId: number; publicId: string; part: number };

export type PartPreview =
  | {
      outcome: "written";
      /** As it would be handed over now. */
      written: WrittenPart;
      gathered: GatheredPart;
      /** What goes along, by what it is. */
      files: { kind: PartFile; file: Attachment }[];
    }
  /** All that was in it has been withdrawn. */
  | { outcome: "nothing-left" }
  /** There is no such mail, or it is not to be handed over any more. */
  | { outcome: "gone" };

/**
 * Writes a mail that was submitted and not handed over, as it would be handed over now. `covered`: a letter on its own
 * that tells how many shares its writer holds does not tell them here.
 */
export async function previewPart(
  db: DbOrTx,
  ports: PreviewPorts,
  { campaignId, publicId, part }: WhichPart,
  { covered }: { covered: boolean },
): Promise<PartPreview> {
  if (!isUuid(publicId)) return { outcome: "gone" };
  const [row] = await db.execute<{ id: number; dispatchId: number; begun: boolean }>(sql`
    select p.id::float8 as id, x.id::float8 as "dispatchId", x.started_at is not null as begun
    from letter_parts p join letter_dispatches x on x.id = p.dispatch_id
    where x.campaign_id = ${campaignId} and x.public_id = ${publicId}::uuid and p.part = ${part}
      and x.submitted_at is not null and x.state in ('draft', 'sending', 'paused') and p.frozen_at is null`);
  if (!row) return { outcome: "gone" };
  const gathered = await gatherPart(db, ports.keys, row.id);
  if (gathered.letters.length + gathered.names.length === 0) return { outcome: "nothing-left" };
  if (!row.begun) gathered.dispatch.figures = await readFigures(db, row.dispatchId);
  if (covered && gathered.dispatch.kind === "individual") coverShares(gathered);
  const written = await writePart(ports, gathered);
  return { outcome: "written", written, gathered, files: namedFiles(written, gathered) };
}

/** What stands in the place of a number that is not shown. */
const cover = "…";

function coverShares(gathered: GatheredPart): void {
  const { company } = gathered.campaign;
  gathered.letters = gathered.letters.map((letter) => {
    const { shares } = letter;
    if (shares === null) return letter;
    const told = locales.map((locale) => words(locale).letter.sharesLine);
    const text = told.reduce(
      (so, line) => so.replace(`\n\n${line(shares, company)}\n\n`, `\n\n${line(cover, company)}\n\n`),
      letter.text,
    );
    return { ...letter, shares: cover, text };
  });
}

function namedFiles({ message }: WrittenPart, { dispatch, letters, names }: GatheredPart) {
  const kinds = partFiles(dispatch.kind, { letters: letters.length, names: names.length });
  return (message.attachments ?? []).flatMap((file, n) => {
    const kind = kinds[n];
    return kind === undefined ? [] : [{ kind, file }];
  });
}
