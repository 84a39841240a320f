import { findLetter } from "#app/domain/entries/letters/find-letter.server.ts";
import { letterStates } from "#app/domain/entries/letters/letter.ts";
import { likenesses, wholeLetterList } from "#app/domain/entries/letters/letter-list.ts";
import { letterText } from "#app/domain/entries/letters/letter-text.ts";
import { listLetters } from "#app/domain/entries/letters/list-letters.server.ts";
import { viewLetterShares } from "#app/domain/entries/letters/view-letter-shares.server.ts";
import { noteLook } from "#app/domain/record/note-look.server.ts";
import { locales } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, tell } from "./old.ts";
import { idOf, onCampaign, oneOf } from "./on-campaign.ts";
import { table } from "./table.ts";

const text = { type: "string" } as const;

/** Letters, newest first, by their ids for `dispatch draft --letter`. The look is recorded, as that of an organizer. */
export const letterList = onCampaign(
  "letter list",
  { state: text, likeness: text, held: { type: "boolean" }, older: text },
  ({ state, likeness, held = false, older }) => ({
    filter: {
      ...wholeLetterList,
      state: state === undefined ? null : oneOf(letterStates, state, "state"),
      likeness: likeness === undefined ? null : oneOf(likenesses, likeness, "likeness"),
      held,
    },
    cursor:
      older === undefined ? null : { side: "older" as const, than: idOf(older, "older", "letter list") },
  }),
  async ({ opened: { db }, json, scope }, { filter, cursor }) => {
    const { letters, older } = await listLetters(db, scope, filter, cursor);
    const look = { rows: letters.length, filter: { state: filter.state }, paged: cursor !== null };
    await noteLook(db, scope, { list: "letters", ...look });
    const rows = letters.map(({ publicId, writtenAt, state, held, country, dispatch, name }) => [
      ...[publicId, writtenAt.slice(0, 10), held ? `${state}, held` : state, country],
      ...[dispatch === null ? "–" : String(dispatch), name],
    ]);
    const more = older === null ? [] : [`There are more: --older ${older}`];
    tell(
      json,
      { letters, older },
      ...(rows.length > 0
        ? table(["id", "written", "state", "country", "dispatch", "name"], rows)
        : ["No letter is there."]),
      ...more,
    );
    return exitCodes.done;
  },
);

/** One letter as it stands. `--shares`: with how many shares it tells, which is recorded as a look at a holding. */
export const letterShow = onCampaign(
  "letter show",
  { letter: text, shares: { type: "boolean" } },
  ({ letter, shares = false }) => ({ publicId: idOf(letter, "letter", "letter list"), withShares: shares }),
  async ({ opened: { db, env }, json, scope }, { publicId, withShares }) => {
    const letter = await findLetter(db, scope, publicId);
    if (!letter) throw new CommandFailed("The campaign has no such letter: see `letter list`.");
    const viewed = withShares ? await viewLetterShares(db, env.keys, { scope, publicId }) : null;
    if (viewed?.outcome === "not-shown") throw new CommandFailed("The letter tells no shares.");
    if (viewed?.outcome === "unreadable")
      throw new CommandFailed("Its key is gone, or the row was damaged: see `rotate`.");
    const shares = viewed?.shares ?? null;
    const locale = locales.find((known) => known === letter.locale) ?? "en";
    const whole = letterText({ ...letter, locale, shares });
    tell(
      json,
      { letter, text: whole, ...(withShares && { shares }) },
      `${letter.name}, ${letter.country}, ${letter.writtenAt.slice(0, 10)}: ${letter.state}${letter.held ? ", held" : ""}`,
      "",
      whole.trimEnd(),
    );
    return exitCodes.done;
  },
);
