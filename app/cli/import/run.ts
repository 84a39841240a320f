import { CommandFailed, campaign, command, missing, UsageError } from "#app/cli/command.ts";
import { consentOptions, endImport, importNamed, workUntilEnded } from "#app/cli/import/parts/import.ts";
import { required, text } from "#app/cli/options.ts";
import { AgreedForm, agreedOf } from "#app/domain/entries/imports/running/agreed-form.ts";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { words } from "#app/i18n/index.ts";

const { consentText, consentFile, consentSource, agreedOn } = consentOptions;

export default command({
  summary: "import a list after its dry run, with its people's consent",
  options: {
    campaign,
    import: importNamed,
    consentText,
    consentFile,
    consentSource: required(consentSource),
    agreedOn: required(agreedOn),
    updatesFor: required(text("nobody|column|everyone", "who gets updates")),
  },
  read({ import: which, ...given }) {
    const form = AgreedForm.safeParse({
      consent_text: given.consentFile ?? (given.consentText || missing("consent-text")),
      consent_source: given.consentSource,
      agreed_on: given.agreedOn,
      updates_for: given.updatesFor,
      sure: "on",
    });
    if (form.success) return { import: which, agreed: agreedOf(form.data) };
    const { errors } = words("en").imports;
    const [issue] = form.error.issues;
    throw new UsageError(errors[issue?.message ?? ""] ?? issue?.message ?? "");
  },
  async run(opened, { import: which, agreed }) {
    if (!(await startImport(opened.db, { ...which, agreed })))
      throw new CommandFailed(
        "It cannot start: run `import dry-run` first, and check that the campaign is not frozen.",
      );
    const found = await workUntilEnded(opened, which);
    return endImport(opened, found, found.state === "imported");
  },
});
