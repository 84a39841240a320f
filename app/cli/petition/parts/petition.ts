import { CommandFailed } from "#app/cli/command.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";
import type { CountForecast } from "#app/domain/campaign/petition/petition-meaning.ts";
import { words } from "#app/i18n/index.ts";

/** Says why a request about a petition's text was refused. */
export const petitionRefused = (outcome: string) =>
  new CommandFailed(
    {
      frozen: whileFrozen,
      asker: askerGone,
      own: "You asked for it, so an organizer must approve it in the console. Or add --approve-alone.",
      "not-waiting": "No petition text needs approval.",
    }[outcome] ??
      words("en").editing.refused[outcome] ??
      "There is no such version. Run `campaign show`.",
  );

/** Describes how a text that needs approval would change the public count. */
export const askedLines = ({ before, after, apart }: CountForecast): string[] => [
  "People signed the current text, so this one needs approval. Nothing has changed yet.",
  `Counted now: ${before}. With this text: ${after}, and ${apart} counted separately under another text.`,
  "An organizer can approve it in the console. Or run `petition approve --approve-alone`.",
];
