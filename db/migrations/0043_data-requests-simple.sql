ALTER TABLE "data_requests" DROP CONSTRAINT "data_requests_corrects_id_unique";--> statement-breakpoint
ALTER TABLE "data_requests" DROP CONSTRAINT "data_requests_received";--> statement-breakpoint
ALTER TABLE "data_requests" DROP CONSTRAINT "data_requests_kind_known";--> statement-breakpoint
ALTER TABLE "data_requests" DROP CONSTRAINT "data_requests_answer_known";--> statement-breakpoint
ALTER TABLE "data_requests" DROP CONSTRAINT "data_requests_people";--> statement-breakpoint
ALTER TABLE "data_requests" DROP CONSTRAINT "data_requests_corrects_id_data_requests_id_fk";
--> statement-breakpoint
ALTER TABLE "data_requests" ALTER COLUMN "note" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "data_requests" ALTER COLUMN "due_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "data_requests" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "data_requests" DROP COLUMN "received";--> statement-breakpoint
ALTER TABLE "data_requests" DROP COLUMN "answer";--> statement-breakpoint
ALTER TABLE "data_requests" DROP COLUMN "people_asked";--> statement-breakpoint
ALTER TABLE "data_requests" DROP COLUMN "people_given";--> statement-breakpoint
ALTER TABLE "data_requests" DROP COLUMN "removed_at";--> statement-breakpoint
ALTER TABLE "data_requests" DROP COLUMN "corrects_id";--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_days_in_order" CHECK ("data_requests"."due_on" >= "data_requests"."received_on" and "data_requests"."done_on" >= "data_requests"."received_on");