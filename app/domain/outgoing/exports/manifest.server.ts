import { and, asc, desc, eq, gte, isNotNull, isNull } from "drizzle-orm";
import { neutralPrefix } from "#app/domain/base/csv-line.ts";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Db } from "#db/index.ts";
import {
  auditEntries,
  auditSeals,
  campaignCompanies,
  campaignOrganizers,
  campaigns,
  listExports,
  petitionVersions,
  targets,
} from "#db/schema/index.ts";
import { columnsOf, type ListOf, neededConsent, presetColumns, unreadableCell } from "./presets.ts";
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

/** Describes a list for a manifest: whom it holds, what one row is, and what to know to read it. */
async function describeList(db: Db, campaignId: number, list: ListOf) {
  const rule = await findRuleName(db, campaignId);
  switch (list.preset) {
    case "pledges":
    case "pledges-co-filers":
      return {
        filter: {
          state: list.filter.state,
          meeting: list.filter.meeting,
          ...companyOf(list),
          pledgedFromUtc: list.filter.from,
          pledgedToUtc: list.filter.to,
          consent: list.preset === "pledges-co-filers" ? "contact_cofile, in force" : null,
        },
        oneRow:
          "One row a person, meeting and kind of pledge: the newest version that was confirmed, and a " +
          "newer one that waits for its mail. Superseded versions are left out.",
        holdings:
          list.preset === "pledges"
            ? "What holders told; level document_checked or broker_letter: an organizer has seen papers. " +
              "Only of pledges in force or waiting for review. Not one row is a vote, and no row may be " +
              `added to another${rule ? ` for ${rule}` : ""}.`
            : "None in this file.",
      };
    default:
      return {
        filter: {
          states: list.filter.states.length ? list.filter.states : "all",
          countries: list.filter.countries.length ? list.filter.countries : "all",
          ...companyOf(list),
          signedFromUtc: list.filter.from,
          signedToUtc: list.filter.to,
          consent: list.filter.consent && `${list.filter.consent}, in force`,
        },
        ...consentLeftOut(list),
        ...splitNames(list.preset),
        petitionVersions: await versionsOf(db, campaignId),
        oneRow:
          "One row a person: signatures are unique by campaign and canonical e-mail address (lower " +
          "case, one name a provider, no tag, no dots where the provider ignores them).",
      };
  }
}

/** The company of the file, if the campaign has several. */
const companyOf = ({ filter: { byCompany, company } }: ListOf) => byCompany && { company: company ?? "all" };

/** Stated when an organizer left out the consent that the file would require. */
function consentLeftOut({ preset, filter }: ListOf & { preset: keyof typeof neededConsent }) {
  const { purpose } = neededConsent[preset];
  if (purpose === null || filter.consent === purpose) return null;
  return {
    consentLeftOut:
      `This file holds people who did not agree to ${purpose}: its maker left that filter out. Nobody of ` +
      "whom it does not say that they agreed may be written to from it.",
  };
}

function splitNames(preset: keyof typeof presetColumns) {
  const columns: readonly string[] = presetColumns[preset];
  const splits = columns.some((name) => /^(first_name|First Name)$/.test(name));
  return splits
    ? {
        names:
          "First and last name are the text before and after the last space of the whole name, which " +
          "is what the person wrote. A name without a space is a first name.",
      }
    : null;
}

/** The co-filing rule's name in the law of the first company that has one. */
async function findRuleName(db: Db, campaignId: number) {
  const laws = await db
    .select({ jurisdiction: targets.jurisdiction })
    .from(campaignCompanies)
    .innerJoin(targets, eq(targets.id, campaignCompanies.companyId))
    .where(eq(campaignCompanies.campaignId, campaignId))
    .orderBy(asc(campaignCompanies.place));
  return laws.map(({ jurisdiction }) => profileOf(jurisdiction).coFiling?.en).find((name) => name);
}

async function versionsOf(db: Db, campaignId: number) {
  const versions = await db
    .select({ version: petitionVersions.version, publishedAt: petitionVersions.publishedAt })
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId))
    .orderBy(asc(petitionVersions.version));
  return versions.map(({ version, publishedAt }) => ({ version, publishedAt: publishedAt.toISOString() }));
}
