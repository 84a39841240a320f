-- Further sources of a claim, and its lines of the timeline, stand with it: they are drafts with it, and published with it.
ALTER TABLE "claims" ADD COLUMN "more_sources" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "timeline" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "claims" c SET "timeline" = e.lines FROM (
  SELECT claim_id, jsonb_agg(jsonb_build_object('happenedOn', happened_on, 'precision', "precision", 'label', label)
    ORDER BY happened_on, id) AS lines FROM timeline_events GROUP BY claim_id) e
WHERE e.claim_id = c.id;--> statement-breakpoint
DROP TABLE "timeline_events";--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_more_sources_are_whole" CHECK (jsonb_typeof("claims"."more_sources") = 'array'
  and jsonb_array_length("claims"."more_sources") <= 8
  and not jsonb_path_exists("claims"."more_sources", '$[*] ? (@.publisher == null || @.publishedOn == null || @.publishedPrecision == null)')
  and not jsonb_path_exists("claims"."more_sources", '$[*] ? ((@.sourceTitle != null || @.sourceUrl != null) && @.urlVerifiedAt == null)')
  and not jsonb_path_exists("claims"."more_sources", '$[*] ? (@.sourceUrl != null && !(@.sourceUrl like_regex "^https://"))'));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_timeline_is_a_list" CHECK (jsonb_typeof("claims"."timeline") = 'array');--> statement-breakpoint

-- A line of the log is put better, and what it said before stands beside it.
ALTER TABLE "corrections" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "earlier" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_earlier_is_a_list" CHECK (jsonb_typeof("corrections"."earlier") = 'array');--> statement-breakpoint

-- How a campaign knows what it says is its own to tell. Those there are keep what their pages say.
ALTER TABLE "campaigns" ADD COLUMN "method" text;--> statement-breakpoint
UPDATE "campaigns" SET "method" = 'We have made no inquiries of our own. Newsrooms reported what stands here, the company stated it, or it is in the public record; the rest is our opinion and is marked as such. Where a newsroom worked from leaked files, the note says so. We have not seen those files.'
WHERE "slug" = 'microsoft-ice';
