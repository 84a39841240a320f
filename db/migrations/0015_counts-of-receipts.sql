ALTER TABLE "outbox" RENAME COLUMN "signatures_then" TO "count_then";
