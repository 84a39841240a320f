import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { required, text, textFile } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { findSettingsAndTemplates } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { saveTemplate } from "#app/domain/entries/letters/settings/save-template.server.ts";
import { TemplateForm } from "#app/domain/entries/letters/settings/settings-form.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "set the paragraph with the campaign's request in one language; an empty file removes it",
  options: { campaign, in: required(text("L", "the language")), file: required(textFile("the paragraph")) },
  read: ({ in: locale, file: ask }) =>
    readForm(TemplateForm, { locale, ask, seen: "" }, words("en").letterConsole.errors, {
      locale: "in",
      ask: "file",
    }),
  async run({ db, scope, campaign }, { locale, ask }) {
    const { templates } = await findSettingsAndTemplates(db, scope.campaignId);
    const template = templates.find((one) => one.locale === locale);
    if (!template) throw new UsageError(`--in must be one of ${campaign.languages.join(", ")}`);
    const seen = template.edited?.at ?? "";
    const { outcome } = await saveTemplate(db, { scope, locale, ask, seen });
    if (outcome !== "saved")
      throw new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
    return done({ outcome }, words("en").letterConsole.settings.done.template ?? "Saved.");
  },
});
