ALTER TABLE "campaign_closings" ADD COLUMN "due" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "data_requests" ADD COLUMN "people_asked" integer;--> statement-breakpoint
ALTER TABLE "data_requests" ADD COLUMN "people_given" integer;--> statement-breakpoint
ALTER TABLE "data_requests" ADD COLUMN "corrects_id" bigint;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_corrects_id_unique" UNIQUE("corrects_id");--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_corrects_id_data_requests_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."data_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_people" CHECK ("data_requests"."people_asked" >= 0 and "data_requests"."people_given" between 0 and "data_requests"."people_asked");
