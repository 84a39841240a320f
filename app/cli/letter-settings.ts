import { findSettingsAndTemplates } from "#app/domain/entries/letters/find-settings.server.ts";
import { saveSettings } from "#app/domain/entries/letters/save-settings.server.ts";
import { saveTemplate } from "#app/domain/entries/letters/save-template.server.ts";
import { SettingsForm, settingsOfForm, TemplateForm } from "#app/domain/entries/letters/settings-form.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, counted, exitCodes, required, tell, UsageError } from "./old.ts";
import { onCampaign, readForm, readText } from "./on-campaign.ts";

const text = { type: "string" } as const;
const stale = () => new CommandFailed("Somebody saved it at this moment: nothing was stored. Try again.");
const errors = () => words("en").letterConsole.errors;

/** When a campaign hands letters over, and the paragraph that writers may begin with, in each of its languages. */
export const letterSettings = onCampaign(
  "letter settings",
  {},
  () => null,
  async ({ opened, json, scope }) => {
    const { settings, templates } = await findSettingsAndTemplates(opened.db, scope.campaignId);
    const { everyDays, milestone } = settings;
    tell(
      json,
      { settings, templates },
      `A consolidated letter is drafted every ${counted(everyDays, "day", "days")}${milestone === null ? "" : `, or as soon as ${counted(milestone, "letter waits", "letters wait")}`}.`,
      ...templates.flatMap(({ locale, ask }) => ["", `What is asked (${locale}):`, ask || "nothing yet"]),
    );
    return exitCodes.done;
  },
);

/** Sets when the next consolidated letter is drafted; what is not named stays. */
export const letterSet = onCampaign(
  "letter set",
  { "every-days": text, milestone: text },
  (given) => {
    if (given["every-days"] === undefined && given.milestone === undefined)
      throw new UsageError("give --every-days or --milestone");
    return given;
  },
  async ({ opened, json, scope }, given) => {
    const { settings, edited } = await findSettingsAndTemplates(opened.db, scope.campaignId);
    const milestone = given.milestone ?? String(settings.milestone ?? "");
    const fields = {
      every_days: given["every-days"] ?? String(settings.everyDays),
      milestone: milestone === "none" ? "" : milestone,
      seen: edited?.at ?? "",
    };
    const form = readForm(SettingsForm, fields, errors());
    const values = settingsOfForm(form);
    const { outcome } = await saveSettings(opened.db, { scope, values, seen: form.seen });
    if (outcome !== "saved") throw stale();
    tell(json, { outcome, settings: values }, words("en").letterConsole.settings.done.settings ?? "Saved.");
    return exitCodes.done;
  },
);

/** Stores what the campaign asks in one language, from a file; an empty one takes the paragraph away. */
export const letterAsk = onCampaign(
  "letter ask",
  { in: text, file: text },
  async (given) => {
    const locale = required(given.in, "in");
    const file = required(given.file, "file");
    const ask = await readText(file, "file");
    return readForm(TemplateForm, { locale, ask, seen: "" }, errors(), { locale: "in", ask: "file" });
  },
  async ({ opened, json, campaign, scope }, { locale, ask }) => {
    const { templates } = await findSettingsAndTemplates(opened.db, scope.campaignId);
    const stands = templates.find((one) => one.locale === locale);
    if (!stands) throw new UsageError(`--in is one of ${campaign.languages.join(", ")}`);
    const seen = stands.edited?.at ?? "";
    const { outcome } = await saveTemplate(opened.db, { scope, locale, ask, seen });
    if (outcome !== "saved") throw stale();
    tell(json, { outcome }, words("en").letterConsole.settings.done.template ?? "Saved.");
    return exitCodes.done;
  },
);
