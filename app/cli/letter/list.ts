import { campaign, command, done } from "#app/cli/command.ts";
import { flag, id, oneOf } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { letterStates } from "#app/domain/entries/letters/letter.ts";
import { likenesses, wholeLetterList } from "#app/domain/entries/letters/list/letter-list.ts";
import { listLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";

export default command({
  summary: "list letters, newest first; the view is logged",
  options: {
    campaign,
    state: oneOf(letterStates, "only this state"),
    held: flag("only on hold for moderation"),
    likeness: oneOf(likenesses, "only letters this similar to others"),
    older: id("next page: the value the page before printed", "letter list"),
  },
  read: ({ state = null, likeness = null, held, older }) => ({
    filter: { ...wholeLetterList, state, likeness, onHold: held },
    cursor: older === undefined ? null : { side: "older" as const, than: older },
  }),
  async run({ db, scope }, { filter, cursor }) {
    const { letters, older } = await listLetters(db, scope, filter, cursor);
    const view = { rows: letters.length, filter: { state: filter.state }, paged: cursor !== null };
    await noteListView(db, scope, { list: "letters", ...view });
    const rows = letters.map(({ publicId, writtenAt, state, held, country, dispatch, name }) => [
      publicId,
      writtenAt.slice(0, 10),
      held ? `${state}, held` : state,
      country,
      dispatch === null ? "–" : String(dispatch),
      name,
    ]);
    const more = older === null ? [] : [`More: --older ${older}`];
    return done(
      { letters, older },
      ...(rows.length > 0
        ? table(["id", "written", "state", "country", "dispatch", "name"], rows)
        : ["No letters."]),
      ...more,
    );
  },
});
