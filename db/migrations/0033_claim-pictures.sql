ALTER TABLE "claims" RENAME COLUMN "figure" TO "picture";--> statement-breakpoint
-- A chart becomes a picture of growth, in drafts and in removals that can be undone too. History stays as it is.
UPDATE claims SET picture = '{"kind": "growth", "heading": null, "look": "bars"}'::jsonb || picture
WHERE picture IS NOT NULL;--> statement-breakpoint
UPDATE claims SET draft = (draft - 'figure') || jsonb_build_object('picture',
  CASE WHEN draft -> 'figure' <> 'null'
    THEN '{"kind": "growth", "heading": null, "look": "bars"}'::jsonb || (draft -> 'figure') END)
WHERE draft ? 'figure';--> statement-breakpoint
UPDATE claim_removals SET deleted = (
  SELECT coalesce(jsonb_agg((e - 'figure') || jsonb_build_object('draft', CASE WHEN e -> 'draft' <> 'null'
      THEN ((e -> 'draft') - 'figure') || jsonb_build_object('picture', d.picture) END, 'picture', p.picture)), '[]')
  FROM jsonb_array_elements(deleted) e, LATERAL (SELECT CASE WHEN e -> 'figure' <> 'null'
      THEN '{"kind": "growth", "heading": null, "look": "bars"}'::jsonb || (e -> 'figure') END AS picture) p,
    LATERAL (SELECT CASE WHEN e -> 'draft' -> 'figure' <> 'null' THEN
      '{"kind": "growth", "heading": null, "look": "bars"}'::jsonb || (e -> 'draft' -> 'figure') END AS picture) d
), withdrawn = (
  SELECT coalesce(jsonb_agg(e || jsonb_build_object('live',
    ((e -> 'live') - 'figure') || jsonb_build_object('picture', l.picture), 'draft',
    CASE WHEN e -> 'draft' <> 'null'
      THEN ((e -> 'draft') - 'figure') || jsonb_build_object('picture', d.picture) END)), '[]')
  FROM jsonb_array_elements(withdrawn) e, LATERAL (SELECT CASE WHEN e -> 'live' -> 'figure' <> 'null' THEN
      '{"kind": "growth", "heading": null, "look": "bars"}'::jsonb || (e -> 'live' -> 'figure') END AS picture) l,
    LATERAL (SELECT CASE WHEN e -> 'draft' -> 'figure' <> 'null' THEN
      '{"kind": "growth", "heading": null, "look": "bars"}'::jsonb || (e -> 'draft' -> 'figure') END AS picture) d
);
