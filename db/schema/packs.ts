import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { campaignId, companyId } from "./campaigns.ts";
import { at, bytea, erasedWith, identity, publicId } from "./columns.ts";
import { letters } from "./letters.ts";
import { approval, organizer } from "./organizers.ts";

/**
 * A pack for a handover in person. Once approved, its file is made during the download; its figures and
 * signature are kept, the file is not.
 */
export const packs = pgTable(
  "packs",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    /** It contains what people agreed to give to this company. */
    companyId: companyId(),
    number: integer("number").notNull(),
    /** Null: the operator, by command line. */
    askedById: organizer("asked_by_id"),
    askedAt: at("asked_at").notNull().defaultNow(),
    ...approval(),
    /** When the last download began. */
    startedAt: at("started_at"),
    madeAt: at("made_at"),
    /** Rows of each list, as in the manifest. */
    signatures: integer("signatures"),
    letters: integer("letters"),
    manifestSha256: bytea("manifest_sha256"),
    /** `letters.id` of those in it. */
    letterIds: bigint("letter_ids", { mode: "number" }).array(),
    /**
     * Whom its figures of US states count, `signatures.id` by state: of a company's newest pack with new
     * figures alone.
     */
    stateSigners: jsonb("state_signers").$type<Record<string, number[]>>(),
    /** The exact text of `manifest.json`, and its Ed25519 signature. It names nobody. */
    manifest: text("manifest"),
    manifestSignature: bytea("manifest_signature"),
    /** Of the whole file. */
    bytes: bigint("bytes", { mode: "number" }),
    sha256: bytea("sha256"),
    /** When a transfer broke off. */
    abortedAt: at("aborted_at"),
    /** When an organizer recorded that it goes to nobody and every copy was destroyed. */
    discardedAt: at("discarded_at"),
    discardedById: organizer("discarded_by_id"),
    /** When, where and to whom it was handed over, as an organizer recorded it. */
    handedOverAt: at("handed_over_at"),
    handedOverTo: text("handed_over_to"),
    handedOverById: organizer("handed_over_by_id"),
    /** A recorded handover that waits for a second person. */
    handOverAskedAt: at("hand_over_asked_at"),
    handOverAskedById: organizer("hand_over_asked_by_id"),
    askedHandedOverAt: at("asked_handed_over_at"),
    askedHandedOverTo: text("asked_handed_over_to"),
    /** Who approved it, as a second person or alone. */
    handOverApprovedById: organizer("hand_over_approved_by_id"),
    handOverAlone: boolean("hand_over_alone").notNull().default(false),
  },
  (t) => [
    unique("packs_number").on(t.campaignId, t.number),
    check("packs_approved_before_made", sql`${t.madeAt} is null or ${t.approvedAt} is not null`),
    check(
      "packs_never_approved_by_who_asked",
      sql`${t.approvedAlone} or ${t.approvedById} is distinct from ${t.askedById}
        or ${t.approvedById} is null`,
    ),
    check(
      "packs_made_is_whole",
      sql`num_nonnulls(${t.madeAt}, ${t.signatures}, ${t.letters}, ${t.manifestSha256},
          ${t.letterIds}) in (0, 5)`,
    ),
    check(
      "packs_made_is_signed",
      sql`num_nonnulls(${t.madeAt}, ${t.manifest}, ${t.manifestSignature}, ${t.bytes},
          ${t.sha256}) in (0, 5)`,
    ),
    check(
      "packs_handed_over_was_made",
      sql`${t.handedOverAt} is null or ${t.madeAt} is not null and ${t.handedOverAt} >= ${t.madeAt}`,
    ),
    check(
      "packs_discarded_was_made",
      sql`${t.discardedAt} is null or (${t.madeAt} is not null and ${t.handedOverAt} is null)`,
    ),
    check("packs_handed_over_is_whole", sql`(${t.handedOverAt} is null) = (${t.handedOverTo} is null)`),
    check(
      "packs_hand_over_asked_is_whole",
      sql`num_nonnulls(${t.handOverAskedAt}, ${t.askedHandedOverAt}, ${t.askedHandedOverTo}) in (0, 3)`,
    ),
    check("packs_asked_handed_over_to_length", sql`char_length(${t.askedHandedOverTo}) between 1 and 300`),
    check(
      "packs_hand_over_never_approved_by_who_asked",
      sql`${t.handOverAlone} or ${t.handOverApprovedById} is distinct from ${t.handedOverById}
        or ${t.handOverApprovedById} is null`,
    ),
    check("packs_handed_over_to_length", sql`char_length(${t.handedOverTo}) between 1 and 300`),
  ],
);

/** A letter in a pack, with the sha256 of its text there, which enters the ledger at handover. */
export const packLetters = pgTable(
  "pack_letters",
  {
    packId: bigint("pack_id", { mode: "number" })
      .notNull()
      .references(() => packs.id),
    letterId: erasedWith("letter_id", () => letters.id),
    textSha256: bytea("text_sha256").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.packId, t.letterId] }),
    check("pack_letters_sha256_length", sql`octet_length(${t.textSha256}) = 32`),
    index("pack_letters_letter").on(t.letterId),
  ],
);
