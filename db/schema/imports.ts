import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, country, identity, publicId } from "./columns.ts";
import { organizer } from "./organizers.ts";

export const importState = pgEnum("import_state", [
  "receiving",
  "received",
  "trying",
  "tried",
  "importing",
  "imported",
  "cancelled",
  "failed",
  "undoing",
  "undone",
]);

/**
 * A list from elsewhere: a file, or rows typed from paper sheets. It records what its people agreed to; who
 * they are is stored with the people.
 */
export const imports = pgTable(
  "imports",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** Counts up within the campaign. */
    number: integer("number").notNull(),
    /** `ImportFormat` of app/domain/entries/imports/import.ts. */
    format: text("format").notNull(),
    state: importState("state").notNull().default("receiving"),
    /** Null: the operator, by command line. */
    organizerId: organizer("organizer_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    /** The uploaded file's name. */
    fileName: text("file_name"),
    bytes: bigint("bytes", { mode: "number" }),
    sha256: bytea("sha256"),
    /** How it is read: encoding, separator, names of columns. */
    reading: jsonb("reading"),
    /** Which column is which, and what replaces an empty one. */
    mapping: jsonb("mapping"),
    /** The exact text these people agreed to, and the day by which all had. */
    consentText: text("consent_text"),
    /** Where and how they agreed: a form, a sheet on a stall. */
    consentSource: text("consent_source"),
    agreedOn: date("agreed_on"),
    /** Who agreed to updates: nobody, everyone, or those marked in a column. */
    updatesFor: text("updates_for"),
    /** Checked rows, and their outcomes. */
    rowsDone: integer("rows_done").notNull().default(0),
    /** Bytes of the file read so far, for progress. */
    bytesDone: bigint("bytes_done", { mode: "number" }).notNull().default(0),
    added: integer("added").notNull().default(0),
    known: integer("known").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    /** For an undone import: how many were removed, and how many stay. */
    undone: integer("undone").notNull().default(0),
    stay: integer("stay").notNull().default(0),
    /** A stop was requested: it ends at its next safe point. */
    stopAsked: boolean("stop_asked").notNull().default(false),
    /** While a worker has it. */
    leaseUntil: at("lease_until"),
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
    undoneAt: at("undone_at"),
    /** When the uploaded file is deleted, and was. */
    expiresAt: at("expires_at"),
    wipedAt: at("wiped_at"),
    /** Code of the problem, and its line in the file. */
    problem: text("problem"),
    problemLine: integer("problem_line"),
  },
  (t) => [
    unique("imports_number").on(t.campaignId, t.number),
    check("imports_format_shape", sql`${t.format} ~ '^[a-z-]{1,40}$'`),
    check("imports_file_name_length", sql`char_length(${t.fileName}) between 1 and 200`),
    check("imports_consent_text_length", sql`char_length(${t.consentText}) between 1 and 5000`),
    check("imports_consent_source_length", sql`char_length(${t.consentSource}) between 1 and 300`),
    check("imports_updates_for_known", sql`${t.updatesFor} in ('nobody', 'everyone', 'column')`),
    check("imports_problem_is_a_code", sql`${t.problem} ~ '^[a-z0-9-]{1,64}$'`),
    // Nothing is imported without the words its people agreed to.
    check(
      "imports_agreed_before_taken",
      sql`${t.state} not in ('importing', 'imported', 'undoing', 'undone')
        or num_nonnulls(${t.consentText}, ${t.agreedOn}, ${t.updatesFor}) = 3`,
    ),
    index("imports_at_work").on(t.id).where(sql`${t.state} in ('trying', 'importing', 'undoing')`),
  ],
);

/**
 * Outcomes of an import's rows, in runs: a code per row (`rowOutcomes` of
 * app/domain/entries/imports/outcomes.ts). No names.
 */
export const importOutcomes = pgTable(
  "import_outcomes",
  {
    importId: bigint("import_id", { mode: "number" })
      .notNull()
      .references(() => imports.id),
    /** The first row of the run; the first after the header is 1. */
    fromRow: integer("from_row").notNull(),
    outcomes: smallint("outcomes").array().notNull(),
    /** For each row, the line of the file where it begins. */
    lines: integer("lines").array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.fromRow] })],
);

/** Keyed hashes of addresses in a dry run, to find a person's second row; emptied afterwards. */
export const importAddresses = pgTable(
  "import_addresses",
  {
    importId: bigint("import_id", { mode: "number" }).notNull(),
    addressHash: bytea("address_hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.addressHash] })],
);

/** A signature on paper. It has no address, so nobody can be emailed, and is counted separately. */
export const paperSignatures = pgTable(
  "paper_signatures",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    importId: bigint("import_id", { mode: "number" })
      .notNull()
      .references(() => imports.id),
    name: text("name").notNull(),
    country: country(),
    postalCode: text("postal_code"),
    signedOn: date("signed_on").notNull(),
  },
  (t) => [
    check(
      "paper_signatures_name_length",
      sql`char_length(${t.name}) between 1 and 120 and ${t.name} !~ '[[:cntrl:]]'`,
    ),
    check("paper_signatures_country_shape", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("paper_signatures_postal_code_length", sql`char_length(${t.postalCode}) between 1 and 16`),
    index("paper_signatures_name").on(t.campaignId, sql`lower(${t.name})`),
    index("paper_signatures_import").on(t.importId, t.id),
  ],
);
