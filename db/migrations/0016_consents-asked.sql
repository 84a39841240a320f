-- What was typed before its person confirmed their address, with a signature that nobody confirmed and that is deleted.
UPDATE "consents" c SET "revoked_at" = greatest(now(), c."granted_at")
FROM "supporters" p
WHERE p."id" = c."supporter_id" AND c."granted_at" < p."confirmed_at" AND c."revoked_at" IS NULL AND c."import_id" IS NULL
  AND NOT EXISTS (SELECT FROM "signatures" s WHERE s."supporter_id" = c."supporter_id" AND s."campaign_id" = c."campaign_id");--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_asked_of_an_import";--> statement-breakpoint
UPDATE "signatures" SET "asked_consents" = NULL WHERE "import_id" IS NOT NULL AND "state" <> 'imported' AND "asked_consents" IS NOT NULL;--> statement-breakpoint
-- What nobody confirmed waits with its signature. An import's consents, and those given since their person confirmed their address, stay.
WITH "typed" AS (
  SELECT c."id", s."id" AS "signature_id", c."purpose"
  FROM "signatures" s
    JOIN "supporters" p ON p."id" = s."supporter_id"
    JOIN "consents" c ON c."supporter_id" = s."supporter_id" AND c."campaign_id" = s."campaign_id"
  WHERE s."state" = 'pending' AND c."revoked_at" IS NULL AND c."import_id" IS NULL
    AND c."purpose" IN ('sign', 'updates', 'deliver_to_company', 'public_name')
    AND (p."confirmed_at" IS NULL OR c."granted_at" < p."confirmed_at" OR c."granted_at" = s."signed_at")
), "gone" AS (
  DELETE FROM "consents" WHERE "id" IN (SELECT "id" FROM "typed")
)
UPDATE "signatures" SET "asked_consents" = "asked"."purposes"
FROM (SELECT "signature_id", array_agg("purpose") AS "purposes" FROM "typed" GROUP BY "signature_id") "asked"
WHERE "signatures"."id" = "asked"."signature_id";
