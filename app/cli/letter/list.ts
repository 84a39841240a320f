import { listCommand } from "#app/cli/parts/list.ts";
import { letterList } from "#app/domain/entries/letters/list/list-letters.server.ts";

export default listCommand({
  summary: "list letters, newest first; the view is logged",
  list: letterList,
  scope: ({ scope }) => scope,
  columns: {
    id: ({ publicId }) => publicId,
    written: ({ writtenAt }) => writtenAt.slice(0, 10),
    state: ({ state, held }) => (held ? `${state}, held` : state),
    country: ({ country }) => country,
    dispatch: ({ dispatch }) => (dispatch === null ? "–" : String(dispatch)),
    name: ({ name }) => name,
  },
  none: () => "No letters.",
  from: "letter list",
});
