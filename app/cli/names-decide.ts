import { decideWords, undoWords } from "#app/domain/moderation/decide-words.server.ts";
import { wordsAPage } from "#app/domain/moderation/list-words.server.ts";
import { type NameDecision, undoMinutes } from "#app/domain/names/name-review.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, required, tell, UsageError } from "./old.ts";
import { idOf, onCampaign } from "./on-campaign.ts";
import { undoDecided } from "./undo.ts";

const text = { type: "string" } as const;

const decide = (decision: NameDecision) =>
  onCampaign(
    `names ${decision}`,
    { word: { ...text, multiple: true }, alike: { type: "boolean" } },
    ({ word = [], alike = false }) => {
      required(word[0], "word");
      if (word.length > wordsAPage) throw new UsageError(`--word is given ${wordsAPage} times at most`);
      return { reviews: word.map((id) => idOf(id, "word", "names list")), alike };
    },
    async ({ opened: { db }, json, scope }, wanted) => {
      const { decided, notAsked, at } = await decideWords(db, { ...scope, decision, ...wanted });
      const say = words("en").packs.names;
      if (decided === 0) throw new CommandFailed(notAsked > 0 ? say.notAsked(notAsked) : say.doneNone);
      tell(
        json,
        { decision, decided, notAsked, at: at.toISOString() },
        say.done(decided, decision),
        ...(notAsked > 0 ? [say.notAsked(notAsked)] : []),
        `To undo it within ${undoMinutes} minutes: names undo --at ${at.toISOString()}`,
      );
      return exitCodes.done;
    },
  );

/** Lets others read names and comments, as their persons agreed. */
export const namesKeep = decide("keep");
/** Leaves names and comments out. The signatures count. */
export const namesHide = decide("hide");
/** Asks by mail whoever bears a name. */
export const namesAsk = decide("ask");

/** Takes back what the operator decided at one moment. */
export const namesUndo = undoDecided("names undo", {
  ...{ minutes: undoMinutes, undo: undoWords },
  told: (undone) => `${undone} wait for a decision again.`,
});
