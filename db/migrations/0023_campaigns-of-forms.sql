ALTER TABLE "waiting_forms" ADD COLUMN "campaign_id" integer;--> statement-breakpoint
ALTER TABLE "waiting_forms" ADD COLUMN "company_ids" integer[];--> statement-breakpoint
CREATE INDEX "waiting_forms_alone" ON "waiting_forms" USING btree ("due_at","id") WHERE "waiting_forms"."kind" in ('manage-link', 'resend') or "waiting_forms"."attempts" > 0;