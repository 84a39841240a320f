ALTER TABLE "erased_addresses" ADD COLUMN "forms_through" bigint;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "forms_through" bigint;