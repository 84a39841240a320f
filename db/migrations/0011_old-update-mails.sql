CREATE TABLE "old_update_mails" (
	"update_id" bigint NOT NULL,
	"state" text NOT NULL,
	"mails" integer NOT NULL,
	CONSTRAINT "old_update_mails_update_id_state_pk" PRIMARY KEY("update_id","state"),
	CONSTRAINT "old_update_mails_some" CHECK ("old_update_mails"."mails" > 0)
);
--> statement-breakpoint
ALTER TABLE "old_update_mails" ADD CONSTRAINT "old_update_mails_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE cascade ON UPDATE no action;