import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
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

/** One person, told by the canonical form of their address. Mail goes to the address as it was typed. */
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
    /** When this person first proved to own the address. From then on only they change what is held. */
    confirmedAt: at("confirmed_at"),
    /** When they last corrected their name or country: what was made before that says another. */
    correctedAt: at("corrected_at"),
    /** Links to what is theirs that were made before this open nothing: they undid an entry since. */
    linksFrom: at("links_from"),
    /**
     * True since they wrote a letter or pledged: set by the triggers of db/functions/names.sql and never
     * taken back. It keeps those few apart in an index, so that a search of letters or pledges does not go
     * through the names of all who signed.
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

/** One row a purpose. Never updated, only revoked: db/functions/immutable-rows.sql refuses all else. */
export const consents = pgTable(
  "consents",
  {
    id: identity(),
    supporterId: erasedWith("supporter_id", () => supporters.id),
    campaignId: campaignId(),
    purpose: consentPurpose("purpose").notNull(),
    /**
     * Of what goes to one company: which. Null for what is of the whole campaign. Where none is given, a
     * trigger takes the first of the campaign.
     */
    companyId: integer("company_id").references(() => targets.id),
    textVersion: text("text_version").notNull(),
    locale: text("locale").notNull(),
    grantedAt: at("granted_at").notNull().defaultNow(),
    revokedAt: at("revoked_at"),
    /** Given elsewhere, as its importer says: the import holds the text and the day. */
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

/** Addresses that get no mail. Only keyed hashes: the list tells nobody's address. */
export const suppressions = pgTable(
  "suppressions",
  {
    addressHmac: bytea("address_hmac").notNull(),
    keyId: text("key_id").notNull(),
    reason: suppressionReason("reason").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
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

/** People who were erased, as keyed hashes of their addresses: no list from elsewhere brings them back. */
export const erasedAddresses = pgTable("erased_addresses", {
  addressHmac: bytea("address_hmac").primaryKey(),
  keyId: text("key_id").notNull(),
  erasedAt: at("erased_at").notNull().defaultNow(),
});
