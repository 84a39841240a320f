DROP INDEX "supporters_address_of_few";--> statement-breakpoint
DROP INDEX "supporters_domain_of_few";--> statement-breakpoint
CREATE INDEX "supporters_address_search" ON "supporters" USING gin ("email_canonical" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "supporters_address_parts_of_few" ON "supporters" USING gin ("email_canonical" gin_trgm_ops) WHERE "supporters"."wrote_or_pledged";