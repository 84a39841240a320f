CREATE TABLE "mail_minutes" (
	"minute" timestamp with time zone NOT NULL,
	"lane" smallint NOT NULL,
	"slot" smallint NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "mail_minutes_minute_lane_slot_pk" PRIMARY KEY("minute","lane","slot")
);
