CREATE TYPE "public"."import_state" AS ENUM('receiving', 'received', 'trying', 'tried', 'importing', 'imported', 'cancelled', 'failed', 'undoing', 'undone');--> statement-breakpoint
ALTER TYPE "public"."signature_state" ADD VALUE 'imported';--> statement-breakpoint
CREATE TABLE "export_filters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "export_filters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"name" text NOT NULL,
	"preset" text NOT NULL,
	"filter" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by_id" uuid,
	CONSTRAINT "export_filters_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "export_filters_name" UNIQUE("campaign_id","name")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "file_pieces" (
	"file" uuid NOT NULL,
	"piece" integer NOT NULL,
	"key_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "file_pieces_file_piece_pk" PRIMARY KEY("file","piece")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "import_addresses" (
	"import_id" bigint NOT NULL,
	"address_hash" "bytea" NOT NULL,
	CONSTRAINT "import_addresses_import_id_address_hash_pk" PRIMARY KEY("import_id","address_hash")
);
--> statement-breakpoint
CREATE TABLE "import_outcomes" (
	"import_id" bigint NOT NULL,
	"from_row" integer NOT NULL,
	"outcomes" smallint[] NOT NULL,
	"lines" integer[] NOT NULL,
	CONSTRAINT "import_outcomes_import_id_from_row_pk" PRIMARY KEY("import_id","from_row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"number" integer NOT NULL,
	"format" text NOT NULL,
	"state" "import_state" DEFAULT 'receiving' NOT NULL,
	"organizer_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file_name" text,
	"bytes" bigint,
	"sha256" "bytea",
	"reading" jsonb,
	"mapping" jsonb,
	"consent_text" text,
	"agreed_on" date,
	"updates_for" text,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"bytes_done" bigint DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"undone" integer DEFAULT 0 NOT NULL,
	"stay" integer DEFAULT 0 NOT NULL,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"lease_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"wiped_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "imports_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "imports_number" UNIQUE("campaign_id","number"),
	CONSTRAINT "imports_format_shape" CHECK ("imports"."format" ~ '^[a-z-]{1,40}$'),
	CONSTRAINT "imports_file_name_length" CHECK (char_length("imports"."file_name") between 1 and 200),
	CONSTRAINT "imports_consent_text_length" CHECK (char_length("imports"."consent_text") between 1 and 5000),
	CONSTRAINT "imports_updates_for_known" CHECK ("imports"."updates_for" in ('nobody', 'everyone', 'column')),
	CONSTRAINT "imports_problem_is_a_code" CHECK ("imports"."problem" ~ '^[a-z0-9-]{1,64}$'),
	CONSTRAINT "imports_agreed_before_taken" CHECK ("imports"."state" not in ('importing', 'imported', 'undoing', 'undone') or num_nonnulls("imports"."consent_text", "imports"."agreed_on", "imports"."updates_for") = 3)
);
--> statement-breakpoint
CREATE TABLE "paper_signatures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "paper_signatures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"import_id" bigint NOT NULL,
	"name" text NOT NULL,
	"country" char(2) NOT NULL,
	"postal_code" text,
	"signed_on" date NOT NULL,
	CONSTRAINT "paper_signatures_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "paper_signatures_name_length" CHECK (char_length("paper_signatures"."name") between 1 and 120 and "paper_signatures"."name" !~ '[[:cntrl:]]'),
	CONSTRAINT "paper_signatures_country_shape" CHECK ("paper_signatures"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "paper_signatures_postal_code_length" CHECK (char_length("paper_signatures"."postal_code") between 1 and 16)
);
--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "kept" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "rows_so_far" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "rows_expected" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "wiped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "wiped_for" text;--> statement-breakpoint
ALTER TABLE "campaign_counts" ADD COLUMN "imported" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_counts" ADD COLUMN "on_paper" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "import_id" bigint;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "import_id" bigint;--> statement-breakpoint
ALTER TABLE "export_filters" ADD CONSTRAINT "export_filters_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_filters" ADD CONSTRAINT "export_filters_created_by_id_organizers_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_outcomes" ADD CONSTRAINT "import_outcomes_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_at_work" ON "imports" USING btree ("id") WHERE "imports"."state" in ('trying', 'importing', 'undoing');--> statement-breakpoint
CREATE INDEX "paper_signatures_name" ON "paper_signatures" USING btree ("campaign_id",lower("name"));--> statement-breakpoint
CREATE INDEX "paper_signatures_import" ON "paper_signatures" USING btree ("import_id","id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_to_make" ON "exports" USING btree ("id") WHERE "exports"."kept" and "exports"."completed_at" is null;--> statement-breakpoint
CREATE INDEX "signatures_import" ON "signatures" USING btree ("import_id","id") WHERE "signatures"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "consents_import" ON "consents" USING btree ("import_id","supporter_id") WHERE "consents"."import_id" is not null;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_wiped_for" CHECK ("exports"."wiped_for" in ('expired', 'erasure', 'organizer'));--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_wiped_says_why" CHECK (("exports"."wiped_at" is null) = ("exports"."wiped_for" is null));--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_imported_by_an_import" CHECK ("signatures"."state"::text <> 'imported' or ("signatures"."import_id" is not null and "signatures"."confirmed_at" is null));--> statement-breakpoint

-- Sealed bytes do not get smaller.
ALTER TABLE file_pieces ALTER COLUMN sealed SET STORAGE EXTERNAL;--> statement-breakpoint

-- A list of signatures names its states; none named is all of them.
UPDATE exports SET filter = filter - 'state' || jsonb_build_object('states',
    CASE WHEN filter ->> 'state' = 'all' THEN '[]'::jsonb ELSE jsonb_build_array(filter -> 'state') END,
    'countries', '[]'::jsonb, 'consent', CASE WHEN preset = 'delivery' THEN to_jsonb('deliver_to_company'::text) ELSE 'null'::jsonb END,
    'format', to_jsonb('csv'::text))
  WHERE preset IN ('full', 'delivery');--> statement-breakpoint

-- As in migration 0001, with what was imported counted apart. As text: the type has got the value just now.
CREATE OR REPLACE FUNCTION count_signatures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'confirmed'),
      count(*) FILTER (WHERE state = 'withdrawn'), count(*) FILTER (WHERE state = 'invalidated'),
      count(*) FILTER (WHERE state::text = 'imported')
    FROM added GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported)
    SELECT n.campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE n.state = 'pending') - count(*) FILTER (WHERE o.state = 'pending'),
      count(*) FILTER (WHERE n.state = 'confirmed') - count(*) FILTER (WHERE o.state = 'confirmed'),
      count(*) FILTER (WHERE n.state = 'withdrawn') - count(*) FILTER (WHERE o.state = 'withdrawn'),
      count(*) FILTER (WHERE n.state = 'invalidated') - count(*) FILTER (WHERE o.state = 'invalidated'),
      count(*) FILTER (WHERE n.state::text = 'imported') - count(*) FILTER (WHERE o.state::text = 'imported')
    FROM added n JOIN removed o USING (id) WHERE n.state <> o.state GROUP BY n.campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      -count(*) FILTER (WHERE state = 'pending'), -count(*) FILTER (WHERE state = 'confirmed'),
      -count(*) FILTER (WHERE state = 'withdrawn'), -count(*) FILTER (WHERE state = 'invalidated'),
      -count(*) FILTER (WHERE state::text = 'imported')
    FROM removed GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint

CREATE FUNCTION count_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, on_paper)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET on_paper = c.on_paper + excluded.on_paper;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, on_paper)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, -count(*) FROM removed GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET on_paper = c.on_paper + excluded.on_paper;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER paper_counted_on_insert AFTER INSERT ON paper_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_paper();--> statement-breakpoint
CREATE TRIGGER paper_counted_on_delete AFTER DELETE ON paper_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_paper();
