CREATE TABLE "mail_pace" (
	"account" text PRIMARY KEY NOT NULL,
	"announced" real NOT NULL,
	"per_second" real NOT NULL,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"turned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"refused_at" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	CONSTRAINT "mail_pace_moves" CHECK ("mail_pace"."announced" > 0 and "mail_pace"."per_second" > 0)
);
