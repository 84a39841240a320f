ALTER TABLE "meetings" DROP CONSTRAINT "meetings_time_on_its_day";--> statement-breakpoint
ALTER TABLE "meetings" DROP CONSTRAINT "meetings_dates_in_order";--> statement-breakpoint
ALTER TABLE "meetings" DROP CONSTRAINT "meetings_record_before_votes";--> statement-breakpoint
ALTER TABLE "meetings" DROP CONSTRAINT "meetings_ballot_opens_in_time";--> statement-breakpoint
ALTER TABLE "meetings" DROP CONSTRAINT "meetings_votes_before_it";--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "zone" text DEFAULT 'America/New_York' NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "legal_name" text;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "names" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "zone" text DEFAULT 'America/New_York' NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "country" text DEFAULT 'US' NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "jurisdiction" text DEFAULT 'us' NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "register" text;--> statement-breakpoint
UPDATE "targets" SET "register" = 'CIK' WHERE "cik" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "share_votes" text;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "investor_relations_url" text;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_zone" UNIQUE("id","zone");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_in_zone_of_target" FOREIGN KEY ("target_id","zone") REFERENCES "public"."targets"("id","zone") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_time_on_its_day" CHECK (("meetings"."meeting_at" at time zone "meetings"."zone")::date = "meetings"."meeting_on");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_dates_in_order" CHECK ("meetings"."record_date" <= "meetings"."meeting_on"
        and ("meetings"."vote_by" at time zone "meetings"."zone")::date <= "meetings"."meeting_on"
        and "meetings"."plan_vote_by" <= "meetings"."vote_by");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_record_before_votes" CHECK ("meetings"."record_date" <= ("meetings"."vote_by" at time zone "meetings"."zone")::date
        and "meetings"."record_date" <= ("meetings"."plan_vote_by" at time zone "meetings"."zone")::date);--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_ballot_opens_in_time" CHECK ("meetings"."record_date" <= "meetings"."ballot_open_on" and "meetings"."ballot_open_on" <= "meetings"."meeting_on"
        and "meetings"."ballot_open_on" <= ("meetings"."vote_by" at time zone "meetings"."zone")::date);--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_votes_before_it" CHECK ("meetings"."vote_by" <= "meetings"."meeting_at" and "meetings"."plan_vote_by" <= "meetings"."meeting_at"
        and ("meetings"."plan_vote_by" at time zone "meetings"."zone")::date <= "meetings"."meeting_on");--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_country_is_two_letters" CHECK ("targets"."country" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_ir_page_is_https" CHECK ("targets"."investor_relations_url" ~ '^https://');--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_source_is_https" CHECK ("targets"."source_url" ~ '^https://');--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_verified_by_someone" CHECK (("targets"."verified_at" is null) = ("targets"."verified_by" is null));