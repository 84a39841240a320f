import { campaign, command, counted, done } from "#app/cli/command.ts";
import { findSettingsAndTemplates } from "#app/domain/entries/letters/settings/find-settings.server.ts";

export default command({
  summary: "print when letters are drafted, and the campaign's request",
  options: { campaign },
  async run({ db, scope }) {
    const { settings, templates } = await findSettingsAndTemplates(db, scope.campaignId);
    const { everyDays, milestone } = settings;
    return done(
      { settings, templates },
      `A consolidated letter is drafted every ${counted(everyDays, "day", "days")}${milestone === null ? "" : `, or as soon as ${counted(milestone, "letter waits", "letters wait")}`}.`,
      ...templates.flatMap(({ locale, ask }) => ["", `Request (${locale}):`, ask || "nothing yet"]),
    );
  },
});
