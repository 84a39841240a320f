import { campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text, textFile } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { PetitionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "save a petition draft; options left out keep their values",
  options: { campaign, summary: text("T", "the summary"), bodyFile: textFile("the text") },
  read(given) {
    if (given.summary === undefined && given.bodyFile === undefined)
      throw new UsageError("Add --summary or --body-file");
    return given;
  },
  async run({ db, operator }, given) {
    const { draft, inForce } = await readEditedPetition(db, operator.campaignId);
    const { version, ...mine } = readForm(
      PetitionForm,
      {
        version: String(draft?.version ?? 0),
        summary: given.summary ?? (draft ?? inForce)?.summary,
        body: given.bodyFile ?? (draft ?? inForce)?.body,
      },
      words("en").editing.errors,
      { body: "body-file" },
    );
    const saved = await savePetition(db, { ...operator, version, words: mine });
    if (saved.outcome !== "saved") throw conflict();
    return done(saved, "Saved as a draft. To publish: `petition publish`.");
  },
});
