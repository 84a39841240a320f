-- Proton, iCloud and Fastmail: one mailbox under several names is one person from now on (app/domain/base/address.ts).
-- Whom we took for several people stay several. The first has the canonical address, the others a number after a plus.
CREATE TEMPORARY TABLE "mailboxes" ON COMMIT DROP AS
WITH "split" AS (
  SELECT "id", "email_canonical", "confirmed_at", split_part("email_canonical", '@', 1) AS "local", split_part("email_canonical", '@', 2) AS "host"
  FROM "supporters"
), "formed" AS (
  SELECT "id", "email_canonical", "confirmed_at", CASE
    WHEN "host" IN ('proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me')
      THEN coalesce(nullif(regexp_replace("local", '[._-]', '', 'g'), ''), "local") || '@proton.me'
    WHEN "host" IN ('icloud.com', 'me.com', 'mac.com') THEN "local" || '@icloud.com'
    WHEN "host" ~ '^[^.-]+[.]fastmail[.](com|fm)$' THEN replace("host", '.fastmail.', '@fastmail.')
    ELSE "email_canonical" END AS "canonical"
  FROM "split"
  WHERE "host" IN ('proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me', 'icloud.com', 'me.com', 'mac.com', 'fastmail.com', 'fastmail.fm')
    OR "host" ~ '^[^.-]+[.]fastmail[.](com|fm)$'
)
SELECT "id", "email_canonical", "canonical", row_number() OVER (
  PARTITION BY "canonical" ORDER BY "email_canonical" = "canonical" DESC, "confirmed_at" NULLS LAST, "id") AS "n"
FROM "formed";--> statement-breakpoint
UPDATE "supporters" p SET "email_canonical" = m."canonical"
FROM "mailboxes" m WHERE m."id" = p."id" AND m."n" = 1 AND m."canonical" <> m."email_canonical";--> statement-breakpoint
UPDATE "supporters" p SET "email_canonical" = split_part(m."canonical", '@', 1) || '+' || m."n" || '@' || split_part(m."canonical", '@', 2)
FROM "mailboxes" m WHERE m."id" = p."id" AND m."n" > 1;--> statement-breakpoint
-- Of several confirmed signatures of one mailbox the first counts, and an organizer reviews the others.
WITH "counted" AS (
  SELECT s."id", s."campaign_id", row_number() OVER (PARTITION BY s."campaign_id", m."canonical" ORDER BY s."confirmed_at", s."id") AS "nth"
  FROM "mailboxes" m JOIN "signatures" s ON s."supporter_id" = m."id" AND s."state" = 'confirmed'
  WHERE m."canonical" IN (SELECT "canonical" FROM "mailboxes" WHERE "n" = 2)
), "found" AS (
  INSERT INTO "signature_reviews" ("signature_id", "campaign_id", "reasons", "score")
  SELECT "id", "campaign_id", '{alias}', 100 FROM "counted" WHERE "nth" > 1
  ON CONFLICT ("signature_id") DO NOTHING
  RETURNING "signature_id"
)
UPDATE "signatures" SET "state" = 'quarantined' WHERE "id" IN (SELECT "signature_id" FROM "found");
