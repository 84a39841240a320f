import { and, asc, desc, eq, gte, isNotNull, isNull } from "drizzle-orm";
import { neutralPrefix } from "#app/domain/base/neutral.ts";
import type { Db } from "#db/index.ts";
import { auditEntries, auditSeals, campaignOrganizers, campaigns, listExports } from "#db/schema/index.ts";
import { describeList } from "./describe-list.server.ts";
import { columnsOf, type ListOf, unreadableCell } from "./presets.ts";
import { mayTake } from "./rights.server.ts";

/** Delivered with a file: enough to check it, to read it and to know what it leaves out. */
export type Manifest = Awaited<ReturnType<typeof manifestOf>>;

type Row = typeof listExports.$inferSelect;

/** Finds a complete export's manifest for an organizer who may take such a list. Null for others. */
export async function findManifest(db: Db, input: { id: string; campaignId: number; organizerId: string }) {
  const [row] = await db
    .select({ export: listExports })
    .from(listExports)
    .innerJoin(campaignOrganizers, eq(campaignOrganizers.campaignId, listExports.campaignId))
    .where(
      and(
        eq(listExports.id, input.id),
        eq(listExports.campaignId, input.campaignId),
        isNotNull(listExports.completedAt),
        eq(campaignOrganizers.organizerId, input.organizerId),
        mayTake(listExports.preset),
      ),
    );
  return row ? manifestOf(db, row.export) : null;
}

export async function findManifestOfOperator(db: Db, id: string): Promise<Manifest | null> {
  const [row] = await db
    .select()
    .from(listExports)
    .where(and(eq(listExports.id, id), isNull(listExports.organizerId), isNotNull(listExports.completedAt)));
  return row ? manifestOf(db, row) : null;
}

async function manifestOf(db: Db, row: Row) {
  const list = { preset: row.preset, filter: row.filter } as ListOf;
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, row.campaignId));
  const entry = await entryOf(db, row.id);
  return {
    export: row.id,
    campaign: campaign?.slug ?? "",
    preset: list.preset,
    columns: columnsOf(list),
    ...(await describeList(db, row.campaignId, list)),
    rows: row.rows,
    bytes: row.bytes,
    sha256: row.sha256?.toString("hex") ?? null,
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    by: row.organizerId === null ? "operator" : `organizer:${row.organizerId}`,
    ...writtenAs(list),
    ...(entry && unreadableIn(entry.detail)),
    audit: entry && { entry: entry.id, seal: await sealOf(db, entry.id) },
  };
}

function writtenAs({ filter }: ListOf) {
  if (filter.format === "xlsx") {
    return {
      neutralised: "Every cell is text, so nothing in it is run. No cell is changed.",
      format: {
        xlsx:
          "Office Open XML: one sheet for each 1,048,575 rows, each with the header; empty cells are " +
          "unknown or not given.",
      },
    };
  }
  return {
    neutralised:
      "A cell that begins with = + - @, a tab or a line break, or the full-width form of one, has " +
      `${neutralPrefix} put before it. No other cell is changed.`,
    format: {
      encoding: filter.bom ? "UTF-8 with byte-order mark" : "UTF-8",
      csv: "RFC 4180: comma, double quotes, CRLF, one header line; empty cells are unknown or not given.",
    },
  };
}

async function entryOf(db: Db, id: string) {
  const [entry] = await db
    .select({ id: auditEntries.id, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, id), eq(auditEntries.action, "export-completed")))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return entry ?? null;
}

/** How many holdings of a file could not be decrypted. */
function unreadableIn(detail: unknown) {
  const { unreadable = 0 } = detail as { unreadable?: number };
  if (unreadable === 0) return null;
  const holdings = unreadable === 1 ? "1 holding" : `${unreadable} holdings`;
  return {
    unreadable:
      `${holdings} could not be read, because the key is missing or the row was damaged: the cell shares ` +
      `says ${unreadableCell}, whether a number or a range was told.`,
  };
}

/** The seal that covers an audit entry, once it exists. */
async function sealOf(db: Db, entry: number) {
  const [seal] = await db
    .select()
    .from(auditSeals)
    .where(gte(auditSeals.toId, entry))
    .orderBy(asc(auditSeals.id))
    .limit(1);
  return seal
    ? { number: seal.id, sha256: seal.sha256.toString("hex"), sealedAt: seal.sealedAt.toISOString() }
    : null;
}
