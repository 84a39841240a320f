import { sql } from "drizzle-orm";
import { csvLine } from "#app/domain/base/csv-line.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { type Actor, recordAudit } from "./record.server.ts";

/** Columns of the file. docs/operator.md tells how to check it by hand. */
const columns = [
  "row",
  "id",
  "at",
  "who",
  "name",
  "action",
  "subject",
  "detail",
  "from",
  "text",
  "sha256",
  "previous",
  "seal",
];

const chunk = 2000;

type Entry = {
  id: string;
  at: string;
  actor: string;
  name: string | null;
  action: string;
  subject: string | null;
  detail: string;
  fromHash: string | null;
  text: string;
  sha256: string;
  ours: boolean;
};
type Seal = {
  id: string;
  fromId: string;
  toId: string;
  form: number;
  sha256: string;
  previous: string;
  sealedAt: string;
};

/** A campaign's log, or all of it for the operator. */
export type AuditExport = { campaignId: number | null; actor: Actor };

/**
 * Writes the log as CSV with its seals, oldest first. `entry` rows hold the text that was sealed; what is
 * another campaign's is a `withheld` row with the digest alone, so that every seal of form 2 can be
 * recomputed. Records the export before its first byte.
 */
export async function* exportEntries(
  db: Db,
  { campaignId, actor }: AuditExport,
  now = new Date(),
): AsyncGenerator<string> {
  const [newest] = await db.execute<{ seal: string | null }>(
    sql`select encode(sha256, 'hex') as seal from audit_seals order by id desc limit 1`,
  );
  const entry = { actor, action: "audit-exported", subject: null } as const;
  await recordAudit(db, { ...entry, campaignId, detail: { seal: newest?.seal ?? null } }, now);

  yield csvLine(columns);
  let done = 0;
  for await (const seal of readSeals(db)) {
    const upTo = Number(seal.toId);
    yield* entryLines(db, campaignId, { after: done, upTo }, seal.id);
    yield sealLine(seal);
    done = upTo;
  }
  yield* entryLines(db, campaignId, { after: done, upTo: null }, "");
}

async function* readSeals(db: DbOrTx): AsyncGenerator<Seal> {
  let after = 0;
  for (;;) {
    const seals = await db.execute<Seal>(sql`
      select id, from_id as "fromId", to_id as "toId", form, encode(sha256, 'hex') as sha256,
        encode(previous, 'hex') as previous,
        to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt"
      from audit_seals where id > ${after} order by id limit ${chunk}`);
    yield* seals;
    if (seals.length < chunk) return;
    after = Number(seals.at(-1)?.id);
  }
}

async function* entryLines(
  db: DbOrTx,
  campaignId: number | null,
  { after, upTo }: { after: number; upTo: number | null },
  seal: string,
): AsyncGenerator<string> {
  const ours = campaignId === null ? sql`true` : sql`coalesce(e.campaign_id = ${campaignId}, false)`;
  // Entries of other campaigns only complete the chain of a seal; unsealed ones prove nothing.
  const wanted = upTo === null ? sql`e.id > ${after} and ${ours}` : sql`e.id > ${after} and e.id <= ${upTo}`;
  let last = after;
  for (;;) {
    const rows = await db.execute<Entry>(sql`
      select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor, o.name,
        e.action, e.subject, e.detail::text as detail, encode(e.from_hash, 'hex') as "fromHash",
        audit_text(e) as text, encode(sha256(convert_to(audit_text(e), 'UTF8')), 'hex') as sha256,
        ${ours} as ours
      from audit_entries e left join organizers o on 'organizer:' || o.id = e.actor
      where ${wanted} and e.id > ${last} order by e.id limit ${chunk}`);
    yield rows.map((row) => entryLine(row, seal)).join("");
    if (rows.length < chunk) return;
    last = Number(rows.at(-1)?.id);
  }
}

const entryLine = (e: Entry, seal: string) =>
  e.ours
    ? csvLine([
        "entry",
        e.id,
        e.at,
        e.actor,
        e.name,
        e.action,
        e.subject,
        e.detail,
        e.fromHash,
        e.text,
        e.sha256,
        "",
        seal,
      ])
    : csvLine(["withheld", e.id, "", "", "", "", "", "", "", "", e.sha256, "", seal]);

const sealLine = ({ id, fromId, toId, form, sha256, previous, sealedAt }: Seal) =>
  csvLine([
    "seal",
    id,
    sealedAt,
    "",
    "",
    "",
    "",
    "",
    "",
    `${fromId}-${toId} form ${form}`,
    sha256,
    previous,
    id,
  ]);
