CREATE TABLE "organizer_challenges" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"organizer_id" uuid,
	"challenge" text,
	"totp_secret_enc" "bytea",
	"totp_key_id" text,
	"tries" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizer_passkeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organizer_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "organizer_passkeys_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "organizer_proofs" (
	"session_id" bigint NOT NULL,
	"purpose" text NOT NULL,
	"by" text NOT NULL,
	"proved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organizer_proofs_session_id_purpose_pk" PRIMARY KEY("session_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "organizer_recovery_codes" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"organizer_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "frozen_by" text;--> statement-breakpoint
ALTER TABLE "campaign_organizers" ADD COLUMN "rights" text[];--> statement-breakpoint
UPDATE "campaign_organizers" SET "rights" = case "role"
  when 'owner' then array['view', 'view-names', 'view-holdings', 'check-papers', 'keep-meetings', 'review', 'export-signatures', 'export-pledges', 'write', 'approve', 'manage']
  when 'organizer' then array['view', 'view-names', 'view-holdings', 'check-papers', 'keep-meetings', 'review', 'export-signatures', 'export-pledges', 'write', 'approve']
  when 'reviewer' then array['view', 'view-names', 'review']
  when 'exporter' then array['view', 'view-names', 'export-signatures']
  else array['view']
end;--> statement-breakpoint
ALTER TABLE "campaign_organizers" ALTER COLUMN "rights" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_invitations" ADD COLUMN "rights" text[];--> statement-breakpoint
UPDATE "organizer_invitations" SET "rights" = case "role"
  when 'owner' then array['view', 'view-names', 'view-holdings', 'check-papers', 'keep-meetings', 'review', 'export-signatures', 'export-pledges', 'write', 'approve', 'manage']
  when 'organizer' then array['view', 'view-names', 'view-holdings', 'check-papers', 'keep-meetings', 'review', 'export-signatures', 'export-pledges', 'write', 'approve']
  when 'reviewer' then array['view', 'view-names', 'review']
  when 'exporter' then array['view', 'view-names', 'export-signatures']
  else array['view']
end;--> statement-breakpoint
ALTER TABLE "organizer_invitations" ALTER COLUMN "rights" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_invitations" ADD COLUMN "invited_by_id" uuid;--> statement-breakpoint
ALTER TABLE "organizer_invitations" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "strong_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD COLUMN "strong_by" text;--> statement-breakpoint
ALTER TABLE "organizers" ADD COLUMN "totp_secret_enc" "bytea";--> statement-breakpoint
ALTER TABLE "organizers" ADD COLUMN "totp_key_id" text;--> statement-breakpoint
ALTER TABLE "organizers" ADD COLUMN "totp_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizers" ADD COLUMN "totp_last_step" bigint;--> statement-breakpoint
ALTER TABLE "organizers" ADD COLUMN "second_failures" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizers" ADD COLUMN "second_locked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizer_challenges" ADD CONSTRAINT "organizer_challenges_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_passkeys" ADD CONSTRAINT "organizer_passkeys_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_proofs" ADD CONSTRAINT "organizer_proofs_session_id_organizer_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."organizer_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_recovery_codes" ADD CONSTRAINT "organizer_recovery_codes_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organizer_passkeys_of" ON "organizer_passkeys" USING btree ("organizer_id");--> statement-breakpoint
CREATE INDEX "organizer_recovery_codes_of" ON "organizer_recovery_codes" USING btree ("organizer_id");--> statement-breakpoint
ALTER TABLE "organizer_invitations" ADD CONSTRAINT "organizer_invitations_invited_by_id_organizers_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_organizers_of" ON "campaign_organizers" USING btree ("organizer_id");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_frozen_by_somebody" CHECK (("campaigns"."frozen_at" is null) = ("campaigns"."frozen_by" is null));--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD CONSTRAINT "organizer_sessions_strong_by_something" CHECK (("organizer_sessions"."strong_at" is null) = ("organizer_sessions"."strong_by" is null));--> statement-breakpoint
ALTER TABLE "organizers" ADD CONSTRAINT "organizers_totp_whole" CHECK (num_nulls("organizers"."totp_secret_enc", "organizers"."totp_key_id", "organizers"."totp_since", "organizers"."totp_last_step") in (0, 4));