import { CommandFailed } from "#app/cli/command.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import type { CountForecast } from "#app/domain/campaign/petition/petition-meaning.ts";
import { words } from "#app/i18n/index.ts";

/** Why nothing came of a request about a text of the petition. */
export const petitionRefused = (outcome: string) =>
  new CommandFailed(
    {
      frozen: whileFrozen,
      own: "The operator asked for it: an organizer approves it in the console, or give --approve-alone.",
      "not-waiting": "No petition text waits for approval.",
    }[outcome] ??
      words("en").editing.refused[outcome] ??
      "There is no such version: see `campaign show`.",
  );

/** What a text that waits for its approval would do to the public count, in lines. */
export const askedLines = ({ before, after, apart }: CountForecast): string[] => [
  "People signed the text in force, so this one waits for approval. Nothing has changed.",
  `Counted now: ${before}. Counted with this text: ${after}; apart, under another text: ${apart}.`,
  "An organizer approves it in the console, or `petition approve --approve-alone`.",
];
