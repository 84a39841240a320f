import { CommandFailed, campaign, command, done, type OfCampaign } from "#app/cli/command.ts";
import { id, oneOf, required, text } from "#app/cli/options.ts";
import type { OnLetter } from "#app/domain/moderation/moderate-letter.server.ts";

type Decide<Reason> = (site: OfCampaign, reviewed: OnLetter, reason: Reason) => Promise<{ outcome: string }>;

/** Makes a command that decides on a letter as it was read. */
export const decideOnLetter = <Reason extends string>(
  summary: string,
  reasons: readonly Reason[] | null,
  decide: Decide<Reason>,
) =>
  command({
    summary,
    options: {
      campaign,
      letter: required(id("the letter", "moderation list")),
      seen: required(text("MARK", "the mark of the text you read, from `moderation list`")),
      ...(reasons && { reason: required(oneOf(reasons, "the reason")) }),
    },
    async run(site, { letter: publicId, seen, ...given }) {
      const reason = "reason" in given ? given.reason : "";
      const { outcome } = await decide(site, { scope: site.scope, publicId, seen }, reason as Reason);
      if (outcome === "changed")
        throw new CommandFailed("The letter changed, or needs no decision. Run `moderation list`.");
      return done({ outcome, letter: publicId }, `The letter is ${outcome}.`);
    },
  });
