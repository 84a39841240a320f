import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaignId } from "./campaigns.ts";
import { at, bytea, identity, publicId } from "./columns.ts";
import { organizer } from "./organizers.ts";

/**
 * Files kept for a while, in pieces of equal length, each sealed under a key of its own purpose: exports
 * (`exports.id`) and uploads to import (`imports.public_id`). Archives never contain it.
 */
export const filePieces = pgTable(
  "file_pieces",
  {
    file: uuid("file").notNull(),
    /** From 0, in byte order. From -1 down: rows gathered for a file being made. */
    piece: integer("piece").notNull(),
    keyId: text("key_id").notNull(),
    sealed: bytea("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.file, t.piece] })],
);

/** A saved filter of exports, by name. */
export const exportFilters = pgTable(
  "export_filters",
  {
    id: identity(),
    publicId: publicId(),
    campaignId: campaignId(),
    name: text("name").notNull(),
    preset: text("preset").notNull(),
    filter: jsonb("filter").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    createdById: organizer("created_by_id"),
  },
  (t) => [unique("export_filters_name").on(t.campaignId, t.name)],
);
