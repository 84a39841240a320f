ALTER TABLE "data_requests" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "data_requests" ADD COLUMN "done_on" date;--> statement-breakpoint
-- Corrected and removed ones are in the log.
UPDATE "data_requests" SET "corrects_id" = NULL;--> statement-breakpoint
DELETE FROM "data_requests" WHERE "removed_at" IS NOT NULL;--> statement-breakpoint
-- What had columns of its own is in the note.
UPDATE "data_requests" SET "due_on" = "received_on" + interval '1 month',
  "done_on" = CASE WHEN "answer" <> 'open' THEN greatest("received_on", ("recorded_at" AT TIME ZONE 'UTC')::date) END,
  "note" = left(concat_ws('; ', "kind", 'requests: ' || "received", 'people asked for: ' || "people_asked", 'given: ' || "people_given", "answer", "note"), 500);
