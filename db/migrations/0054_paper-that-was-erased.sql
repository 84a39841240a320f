ALTER TABLE "campaign_counts" ADD COLUMN "paper_erased" integer DEFAULT 0 NOT NULL;
