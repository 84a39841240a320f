ALTER TYPE "public"."delivery_template" ADD VALUE 'approval-asked';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'approval-sent-back';--> statement-breakpoint
CREATE TABLE "approval_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approval_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"number" integer,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"sent_back_by_id" uuid,
	"sent_back_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "approval_requests_kind_is_a_code" CHECK ("approval_requests"."kind" ~ '^[a-z-]{1,32}$'),
	CONSTRAINT "approval_requests_reason_given" CHECK ("approval_requests"."sent_back_at" is not null or "approval_requests"."reason" is null),
	CONSTRAINT "approval_requests_reason_length" CHECK (char_length("approval_requests"."reason") between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "approval_request_id" bigint;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_sent_back_by_id_organizers_id_fk" FOREIGN KEY ("sent_back_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_requests_of_subject" ON "approval_requests" USING btree ("subject","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "approval_requests_of_campaign" ON "approval_requests" USING btree ("campaign_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_approval_request_id_approval_requests_id_fk" FOREIGN KEY ("approval_request_id") REFERENCES "public"."approval_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_a_request" ON "deliveries" USING btree ("approval_request_id","template","organizer_id") WHERE "deliveries"."approval_request_id" is not null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_approval_request_given" CHECK (("deliveries"."template"::text in ('approval-asked', 'approval-sent-back')) = ("deliveries"."approval_request_id" is not null));