import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { findWriter } from "#app/domain/outgoing/updates/queries.server.ts";
import { testUpdate } from "#app/domain/outgoing/updates/test-update.server.ts";
import { testsAnHour } from "#app/domain/outgoing/updates/update.ts";

export default command({
  summary: "email a test of the update to one organizer",
  options: {
    campaign,
    update,
    to: required(text("E", "the organizer's address")),
    locale: text("L", "in this language"),
  },
  async run({ db }, { update: { campaignId, publicId, update }, to: address, locale }) {
    const organizerId = await findWriter(db, campaignId, address);
    if (!organizerId)
      throw new CommandFailed("--to must be an organizer of this campaign who may write updates.");
    const { languages } = update;
    const language = locale ?? languages[0] ?? "en";
    if (!languages.includes(language))
      throw new UsageError(`--locale must be one of ${languages.join(", ")}`);
    const input = { campaignId, publicId, organizerId, locale: language, actor: "operator" } as const;
    const { outcome } = await testUpdate(db, input);
    if (outcome === "gone") throw new CommandFailed("This update no longer exists. Run `update list`.");
    if (outcome === "too-many") {
      throw new CommandFailed(`This organizer got ${testsAnHour} tests within an hour. Try again later.`);
    }
    return done({ outcome: "queued", publicId, locale: language }, "The test is queued.");
  },
});
