ALTER TABLE "supporters" ALTER COLUMN "email_canonical" SET DATA TYPE text collate "C";--> statement-breakpoint
CREATE INDEX "supporters_domain" ON "supporters" USING btree (split_part("email_canonical", '@', 2));--> statement-breakpoint
CREATE INDEX "supporters_address_of_few" ON "supporters" USING btree ("email_canonical") WHERE "supporters"."wrote_or_pledged";--> statement-breakpoint
CREATE INDEX "supporters_domain_of_few" ON "supporters" USING btree (split_part("email_canonical", '@', 2)) WHERE "supporters"."wrote_or_pledged";