import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { flag, id, required } from "#app/cli/options.ts";
import { letterText } from "#app/domain/entries/letters/letter.ts";
import { findLetter } from "#app/domain/entries/letters/list/find-letter.server.ts";
import { viewLetterShares } from "#app/domain/entries/letters/shares/view-letter-shares.server.ts";
import { locales } from "#app/i18n/index.ts";

export default command({
  summary: "print a letter",
  options: {
    campaign,
    letter: required(id("the letter", "letter list")),
    shares: flag("include the number of shares; logged as a view of a holding"),
  },
  async run({ db, env, scope }, { letter: publicId, shares: withShares }) {
    const letter = await findLetter(db, scope, publicId);
    if (!letter) throw new CommandFailed("There is no such letter. Run `letter list`.");
    const viewed = withShares ? await viewLetterShares(db, env.keys, { scope, publicId }) : null;
    if (viewed?.outcome === "not-shown") throw new CommandFailed("The letter states no shares.");
    if (viewed?.outcome === "unreadable")
      throw new CommandFailed("Its key is gone, or the row is damaged. Run `rotate`.");
    const shares = viewed?.shares ?? null;
    const locale = locales.find((known) => known === letter.locale) ?? "en";
    const whole = letterText({ ...letter, locale, shares });
    return done(
      { letter, text: whole, ...(withShares && { shares }) },
      [
        `${letter.name}, ${letter.country}, ${letter.writtenAt.slice(0, 10)}: ${letter.state}`,
        ...(letter.held ? ["held"] : []),
        ...(letter.recipient === null ? [] : [`to ${letter.recipient}`]),
      ].join(", "),
      "",
      whole.trimEnd(),
    );
  },
});
