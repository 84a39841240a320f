ALTER TABLE "letters" drop column "search";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, translate(regexp_replace(normalize(body, NFKD), '[\u0300-\u036f]', '', 'g'), '“”„‟«»‹›‘’‚‛…–—―‐‑·•¿¡、。，．；：！？（）「」『』【】《》〈〉', repeat(' ', 42)))) STORED;--> statement-breakpoint
CREATE INDEX "letters_search" ON "letters" USING gin ("search") WHERE "letters"."publication" = 'published';
