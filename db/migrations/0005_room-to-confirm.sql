-- Confirming changes a row and no index of its table: with room for the changed row on its page, no index is written.
ALTER TABLE "supporters" SET (fillfactor = 85);
