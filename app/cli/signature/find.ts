import { campaign, command } from "#app/cli/command.ts";
import { endSearch, searched } from "#app/cli/parts/search.ts";
import { searchSignatures } from "#app/domain/entries/signatures/search-signatures.server.ts";

export default command({
  summary: "signatures by an address, a receipt code or a part of the name; the search is recorded",
  options: { campaign, for: searched },
  async run(on, { for: typed }) {
    const found = await searchSignatures(on.db, on.scope, typed);
    const rows = found.outcome === "found" ? { rows: found.signatures, more: found.more } : null;
    return endSearch(on, "signatures", typed, rows);
  },
});
