-- Where many rows come in at once, a plan made while a table was empty would read all of it for each row.
ALTER FUNCTION look_at_name_of_signature() SET enable_seqscan = off;--> statement-breakpoint
ALTER FUNCTION look_at_name_of_consent() SET enable_seqscan = off;--> statement-breakpoint
ALTER FUNCTION look_at_changed_name() SET enable_seqscan = off;
