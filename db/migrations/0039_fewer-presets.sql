-- Presets that are no longer offered.
DELETE FROM "export_filters" WHERE "preset" IN ('actionkit', 'nationbuilder', 'osdi');
