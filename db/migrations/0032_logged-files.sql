ALTER TABLE "file_pieces" SET LOGGED;--> statement-breakpoint
ALTER TABLE "import_addresses" SET LOGGED;
