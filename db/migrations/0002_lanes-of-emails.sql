-- Locks nobody out. Emails of the last day are what counts for the limits of a day; what was settled before counts for none.
UPDATE "deliveries" d SET "notice_id" = coalesce("notice_id", "held_notice_id"), "lane" = l."lane"
FROM (VALUES ('confirm-signature', 'asked'), ('confirm-reminder', 'asked'), ('already-signed', 'asked'), ('ask-name', 'asked'),
  ('confirm-pledge', 'asked'), ('confirm-pledge-reminder', 'asked'), ('already-pledged', 'asked'), ('confirm-letter', 'asked'),
  ('confirm-letter-reminder', 'asked'), ('already-written', 'asked'), ('pledge-reminder', 'bulk'), ('petition-changed', 'bulk'),
  ('notice-held', 'free')) AS n ("template", "lane")
CROSS JOIN LATERAL (SELECT n."lane"::email_lane) AS l ("lane")
WHERE d."template"::text = n."template"
  AND (d."created_at" > now() - interval '2 days' OR d."state" IN ('queued', 'claimed') OR d."held_notice_id" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "deliveries" VALIDATE CONSTRAINT "deliveries_about_one_thing";--> statement-breakpoint
ALTER TABLE "deliveries" VALIDATE CONSTRAINT "deliveries_reminder_of_pledge";--> statement-breakpoint
ALTER TABLE "deliveries" VALIDATE CONSTRAINT "deliveries_part_to_office";
