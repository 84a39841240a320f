import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { flag, option } from "#app/cli/options.ts";
import { withdrawClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { monthsAfterClosing } from "#app/domain/upkeep/retention/retention.ts";

const months = option(
  "N",
  `months until what is personal is erased (${monthsAfterClosing.usual} if left out)`,
  (given, name) => {
    const number = Number(given);
    if (Number.isInteger(number) && number >= 1 && number <= monthsAfterClosing.atMost) return number;
    throw new UsageError(`--${name} is a whole number from 1 to ${monthsAfterClosing.atMost}`);
  },
);

export default command({
  summary: "close it for good; what is personal is erased later",
  options: {
    campaign,
    retentionMonths: months,
    dryRun: flag("change nothing: say what would be erased, and when"),
    withdraw: flag("take back what an organizer asked for, in place of closing"),
  },
  read(given) {
    if (given.withdraw && (given.dryRun || given.retentionMonths !== undefined))
      throw new UsageError("--withdraw stands alone");
    return given;
  },
  async run({ db, campaign: { slug }, operator }, { withdraw, dryRun, retentionMonths }) {
    if (withdraw) {
      const { outcome } = await withdrawClosing(db, operator);
      if (outcome !== "withdrawn") throw new CommandFailed("Nobody has asked for it to be closed.");
      return done({ outcome }, "It stays open: what was asked for is taken back.");
    }
    const months = retentionMonths ?? monthsAfterClosing.usual;
    const closed = await closeCampaign(db, { campaignSlug: slug, months, actor: "operator", dryRun });
    if (closed.outcome === "unknown-campaign") throw new CommandFailed(`There is no campaign "${slug}".`);
    if (closed.outcome === "not-open")
      throw new CommandFailed(`"${slug}" was never opened, so there is nothing to close.`);
    const day = closed.erasesOn.toISOString().slice(0, 10);
    if (closed.outcome === "already-closed")
      throw new CommandFailed(`"${slug}" is closed already. What is personal is erased from ${day} on.`);
    return done(
      { ...closed, erasesOn: day },
      ...closed.due.map(({ what, rows }) => `${`${what}:`.padEnd(12)} ${rows}`),
      closed.outcome === "closed"
        ? `Closed. All of this is erased from ${day} on. Until then: campaign reopen --campaign ${slug}`
        : `Nothing was changed. Closed today, all of this is erased from ${day} on.`,
    );
  },
});
