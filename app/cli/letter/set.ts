import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { findSettingsAndTemplates } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { saveSettings } from "#app/domain/entries/letters/settings/save-settings.server.ts";
import { SettingsForm, settingsOfForm } from "#app/domain/entries/letters/settings/settings-form.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "set when the next consolidated letter is drafted; options left out keep their values",
  options: {
    campaign,
    everyDays: text("N", "the days between letters"),
    milestone: text("N|none", "or as soon as this many letters wait"),
  },
  read(given) {
    if (given.everyDays === undefined && given.milestone === undefined)
      throw new UsageError("Add --every-days or --milestone");
    return given;
  },
  async run({ db, scope }, given) {
    const { settings, edited } = await findSettingsAndTemplates(db, scope.campaignId);
    const milestone = given.milestone ?? String(settings.milestone ?? "");
    const fields = {
      every_days: given.everyDays ?? String(settings.everyDays),
      milestone: milestone === "none" ? "" : milestone,
      seen: edited?.at ?? "",
    };
    const form = readForm(SettingsForm, fields, words("en").letterConsole.errors);
    const values = settingsOfForm(form);
    const { outcome } = await saveSettings(db, { scope, values, seen: form.seen });
    if (outcome !== "saved")
      throw new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
    return done({ outcome, settings: values }, words("en").letterConsole.settings.done.settings ?? "Saved.");
  },
});
