import { campaign, command } from "#app/cli/command.ts";
import { endSearch, searched } from "#app/cli/parts/search.ts";
import { searchLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";

export default command({
  summary: "find letters by the writer's address or part of the name; the search is logged",
  options: { campaign, for: searched },
  async run(on, { for: typed }) {
    const found = await searchLetters(on.db, on.scope, typed);
    const rows = found.outcome === "found" ? { rows: found.letters, more: found.more } : null;
    return endSearch(on, "letters", typed, rows);
  },
});
