import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, country, erasedWith, identity, publicId } from "./columns.ts";
import { imports } from "./imports.ts";
import { petitionVersions } from "./petitions.ts";
import { targets } from "./targets.ts";

export const consentPurpose = pgEnum("consent_purpose", [
  "sign",
  "updates",
  "deliver_to_company",
  "public_name",
  "contact_cofile",
  "pledge",
  "letter",
  "reply_to",
  "deliver_letter",
]);
export const suppressionReason = pgEnum("suppression_reason", ["never", "hard_bounce", "complaint"]);

/** Text in byte order, under any collation of the database: its index finds prefixes. */
const byteOrdered = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A person, identified by the canonical form of their address. Emails go to the address as typed. */
export const supporters = pgTable(
  "supporters",
  {
    id: identity(),
    publicId: publicId(),
    emailCanonical: byteOrdered("email_canonical").notNull().unique(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    country: country(),
    postalCode: text("postal_code"),
    locale: text("locale").notNull().default("en"),
    createdAt: at("created_at").notNull().defaultNow(),
    /** When this person first proved to own the address. From then on only they change their data. */
    confirmedAt: at("confirmed_at"),
    /** When they last corrected their name or country: earlier documents have another. */
    correctedAt: at("corrected_at"),
    /** Older personal links no longer work: their owner has undone an entry since. */
    linksFrom: at("links_from"),
    /**
     * True once they wrote a letter or pledged: set by the triggers of db/functions/names.sql, and never
     * unset. An index of these few spares searches of letters or pledges the names of all signers.
     */
    wroteOrPledged: boolean("wrote_or_pledged").notNull().default(false),
  },
  (t) => [
    check("supporters_email_length", sql`length(${t.email}) between 3 and 254`),
    check("supporters_name_length", sql`char_length(${t.name}) between 1 and 120`),
    check(
      "supporters_no_control_characters",
      sql`${t.name} !~ '[[:cntrl:]]' and ${t.email} !~ '[[:cntrl:][:space:]]'`,
    ),
    check("supporters_country_shape", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("supporters_postal_code_length", sql`char_length(${t.postalCode}) between 1 and 16`),
    index("supporters_name_search").using("gin", sql`lower(${t.name}) gin_trgm_ops`),
    index("supporters_domain").on(sql`split_part(${t.emailCanonical}, '@', 2)`),
    index("supporters_address_search").using("gin", sql`${t.emailCanonical} gin_trgm_ops`),
    index("supporters_address_parts_of_few")
      .using("gin", sql`${t.emailCanonical} gin_trgm_ops`)
      .where(sql`${t.wroteOrPledged}`),
    index("supporters_name_of_few")
      .using("gin", sql`lower(${t.name}) gin_trgm_ops`)
      .where(sql`${t.wroteOrPledged}`),
  ],
);

/**
 * One row per purpose. Only revoked, never otherwise updated: db/functions/immutable-rows.sql refuses that.
 */
export const consents = pgTable(
  "consents",
  {
    id: identity(),
    supporterId: erasedWith("supporter_id", () => supporters.id),
    campaignId: campaignId(),
    purpose: consentPurpose("purpose").notNull(),
    /**
     * For consents given to one company; null for those of the whole campaign. If missing, a trigger sets the
     * campaign's first.
     */
    companyId: integer("company_id").references(() => targets.id),
    textVersion: text("text_version").notNull(),
    locale: text("locale").notNull(),
    grantedAt: at("granted_at").notNull().defaultNow(),
    revokedAt: at("revoked_at"),
    /** Given elsewhere, according to its importer: the import has the text and the day. */
    importId: bigint("import_id", { mode: "number" }).references(() => imports.id),
  },
  (t) => [
    uniqueIndex("consents_one_in_force")
      .on(t.supporterId, t.campaignId, t.purpose, sql`coalesce(${t.companyId}, 0)`)
      .where(sql`${t.revokedAt} is null`),
    check(
      "consents_name_their_company",
      sql`(${t.companyId} is null) = (${t.purpose} in ('sign', 'updates', 'public_name'))`,
    ),
    check("consents_revoked_after_granted", sql`${t.revokedAt} >= ${t.grantedAt}`),
    index("consents_supporter").on(t.supporterId),
    index("consents_import").on(t.importId, t.supporterId).where(sql`${t.importId} is not null`),
  ],
);

/**
 * The newest of `waiting_forms` when somebody asked to be forgotten: it and earlier ones of that address are
 * dropped, later ones are stored.
 */
const formsThrough = () => bigint("forms_through", { mode: "number" });

/** Addresses that get no email. Only keyed hashes, so that the list reveals no address. */
export const suppressions = pgTable(
  "suppressions",
  {
    addressHmac: bytea("address_hmac").notNull(),
    keyId: text("key_id").notNull(),
    reason: suppressionReason("reason").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    formsThrough: formsThrough(),
  },
  (t) => [primaryKey({ columns: [t.addressHmac, t.reason] })],
);

/** A confirmed signature of an erased person: it counts until the same address confirms again. */
export const erasedSignatures = pgTable(
  "erased_signatures",
  {
    campaignId: campaignId(),
    addressHmac: bytea("address_hmac").notNull(),
    keyId: text("key_id").notNull(),
    /** The text that was signed. */
    petitionVersion: integer("petition_version").notNull(),
    erasedAt: at("erased_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.addressHmac] }),
    foreignKey({
      name: "erased_signatures_petition_version",
      columns: [t.campaignId, t.petitionVersion],
      foreignColumns: [petitionVersions.campaignId, petitionVersions.version],
    }),
  ],
);

/** Erased people, as keyed hashes of their addresses: no import brings them back. */
export const erasedAddresses = pgTable("erased_addresses", {
  addressHmac: bytea("address_hmac").primaryKey(),
  keyId: text("key_id").notNull(),
  erasedAt: at("erased_at").notNull().defaultNow(),
  formsThrough: formsThrough(),
});

/**
 * One row: which erasure log is this database's, and how far both have counted. A log that has counted
 * further proves that the database went back in time (docs/decisions/0046-a-database-that-went-back.md).
 */
export const erasureMark = pgTable(
  "erasure_mark",
  {
    only: boolean("only").primaryKey().default(true),
    logId: uuid("log_id").notNull().defaultRandom(),
    /** Raised and committed before each record of the log. */
    number: bigint("number", { mode: "number" }).notNull().default(0),
    /** False until the log was first written: only then a missing log is made. */
    opened: boolean("opened").notNull().default(false),
    markedAt: at("marked_at").notNull().defaultNow(),
  },
  (t) => [check("erasure_mark_is_one_row", sql`${t.only}`)],
);

/**
 * The random key of a UTC day that hashes address blocks. Deleted with its hashes after 7 days, and in no
 * backup: without it a hash says nothing.
 */
export const addressDayKeys = pgTable(
  "address_day_keys",
  { day: date("day", { mode: "string" }).primaryKey(), key: bytea("key").notNull().unique() },
  (t) => [check("address_day_keys_are_256_bits", sql`octet_length(${t.key}) = 32`)],
);
