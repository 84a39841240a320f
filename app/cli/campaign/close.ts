import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { flag, option } from "#app/cli/options.ts";
import { withdrawClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { monthsAfterClosing } from "#app/domain/upkeep/retention/retention.ts";

const months = option(
  "N",
  `months until personal data is erased (default ${monthsAfterClosing.usual})`,
  (given, name) => {
    const number = Number(given);
    if (Number.isInteger(number) && number >= 1 && number <= monthsAfterClosing.atMost) return number;
    throw new UsageError(`--${name} must be a whole number from 1 to ${monthsAfterClosing.atMost}`);
  },
);

export default command({
  summary: "close a campaign; its personal data is erased later",
  options: {
    campaign,
    retentionMonths: months,
    dryRun: flag("change nothing; print what would be erased, and when"),
    withdraw: flag("withdraw an organizer's request to close, instead of closing"),
  },
  read(given) {
    if (given.withdraw && (given.dryRun || given.retentionMonths !== undefined))
      throw new UsageError("--withdraw takes no other options");
    return given;
  },
  async run({ db, campaign: { slug }, operator }, { withdraw, dryRun, retentionMonths }) {
    if (withdraw) {
      const { outcome } = await withdrawClosing(db, operator);
      if (outcome !== "withdrawn") throw new CommandFailed("There is no request to close it.");
      return done({ outcome }, "The request is withdrawn. The campaign stays open.");
    }
    const months = retentionMonths ?? monthsAfterClosing.usual;
    const closed = await closeCampaign(db, { campaignSlug: slug, months, actor: "operator", dryRun });
    if (closed.outcome === "unknown-campaign")
      throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    if (closed.outcome === "not-open")
      throw new CommandFailed(`"${slug}" is a draft, so there is nothing to close.`);
    const day = closed.erasesOn.toISOString().slice(0, 10);
    if (closed.outcome === "already-closed")
      throw new CommandFailed(`"${slug}" is already closed. Its personal data is erased from ${day}.`);
    return done(
      { ...closed, erasesOn: day },
      ...closed.due.map(({ what, rows }) => `${`${what}:`.padEnd(12)} ${rows}`),
      closed.outcome === "closed"
        ? `Closed. All of this is erased from ${day}. To undo before: campaign reopen --campaign ${slug}`
        : `Nothing was changed. If closed today, all of this is erased from ${day}.`,
    );
  },
});
