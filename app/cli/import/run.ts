import { withDatabase } from "#app/cli/environment.ts";
import { requireImport, tellOf, workUntilEnded } from "#app/cli/import.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { readText } from "#app/cli/on-campaign.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { AgreedForm, agreedOf } from "#app/domain/entries/imports/agreed-form.ts";
import { startImport } from "#app/domain/entries/imports/start-import.server.ts";
import { words } from "#app/i18n/index.ts";

const text = { type: "string" } as const;

/** Takes in what a dry run has shown, with what its people agreed to. */
export async function importRun(args: string[]): Promise<number> {
  const options = readOptions(args, {
    campaign: text,
    import: text,
    "consent-text": text,
    "consent-file": text,
    "consent-source": text,
    "agreed-on": text,
    "updates-for": text,
  });
  const slug = required(options.campaign, "campaign");
  const file = options["consent-file"];
  const form = AgreedForm.safeParse({
    consent_text: (await readText(file, "consent-file")) ?? required(options["consent-text"], "consent-text"),
    consent_source: required(options["consent-source"], "consent-source"),
    agreed_on: required(options["agreed-on"], "agreed-on"),
    updates_for: required(options["updates-for"], "updates-for"),
    sure: "on",
  });
  if (!form.success) {
    const { errors } = words("en").imports;
    const [issue] = form.error.issues;
    throw new UsageError(errors[issue?.message ?? ""] ?? issue?.message ?? "");
  }

  return withDatabase("import run", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const which = await requireImport(opened, id, options.import);
    if (!(await startImport(opened.db, { ...which, agreed: agreedOf(form.data) })))
      throw new CommandFailed(
        "Nothing waits to be taken in: make a dry run first, and see that nothing is frozen.",
      );
    const found = await workUntilEnded(opened, which);
    const { outcome, lines } = await tellOf(opened, found);
    tell(options.json, outcome, ...lines);
    return found.state === "imported" ? exitCodes.done : exitCodes.failed;
  });
}
