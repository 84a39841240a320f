import { campaign, command } from "#app/cli/command.ts";
import { endSearch, searchedWithCode } from "#app/cli/parts/search.ts";
import { searchSignatures } from "#app/domain/entries/signatures/search-signatures.server.ts";

export default command({
  summary: "find signatures by address, receipt code or part of the name; the search is logged",
  options: { campaign, for: searchedWithCode },
  async run(on, { for: typed }) {
    const found = await searchSignatures(on.db, on.scope, typed);
    const rows = found.outcome === "found" ? { rows: found.signatures, more: found.more } : null;
    return endSearch(on, "signatures", typed, rows);
  },
});
