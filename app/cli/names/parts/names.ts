import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { atLeastOnce, flag, id, repeated } from "#app/cli/options.ts";
import { decideWords } from "#app/domain/moderation/decide-words.server.ts";
import { wordsPerPage } from "#app/domain/moderation/list-words.server.ts";
import { type NameDecision, undoMinutes } from "#app/domain/names/name-review.ts";
import { words } from "#app/i18n/index.ts";

/** Makes a command that decides on names and comments. */
export const decideNames = (summary: string, decision: NameDecision) =>
  command({
    summary,
    options: {
      campaign,
      word: atLeastOnce(repeated(id("the name or comment", "names list"))),
      alike: flag("decide on all similar ones too"),
    },
    read({ word: reviews, alike }) {
      if (reviews.length > wordsPerPage)
        throw new UsageError(`--word may be given at most ${wordsPerPage} times`);
      return { reviews, alike };
    },
    async run({ db, scope }, wanted) {
      const { decided, notAsked, at } = await decideWords(db, { ...scope, decision, ...wanted });
      const say = words("en").packs.names;
      if (decided === 0) throw new CommandFailed(notAsked > 0 ? say.notAsked(notAsked) : say.doneNone);
      return done(
        { decision, decided, notAsked, at: at.toISOString() },
        say.done(decided, decision),
        ...(notAsked > 0 ? [say.notAsked(notAsked)] : []),
        `To undo within ${undoMinutes} minutes: names undo --at ${at.toISOString()}`,
      );
    },
  });
