import { z } from "zod";
import { correctionKinds } from "#app/domain/campaign/campaign.ts";
import { dayField } from "#app/domain/campaign/forms/source-form.ts";
import { neededField, textField, versionField } from "#app/domain/campaign/forms/words-form.ts";
import { atMost } from "#app/domain/campaign/wording.ts";

const leaves = { leaves: true };

/** `version`: of the draft when the edit began; 0 if there was none. */
export const PetitionForm = z.object({
  version: versionField,
  summary: neededField("summary", atMost.summary),
  body: neededField("body", atMost.body, { lines: true }),
});

/** Publishing a draft: the organizer states whether its meaning is the same. */
export const PublishPetitionForm = z
  .object({
    version: versionField,
    meaning: z.enum(["same", "changed"], "meaning-missing"),
    note: textField("note", atMost.note, leaves),
    earlier: z.preprocess(
      (value) => value || undefined,
      z.enum(["apart", "told"], "earlier-missing").optional(),
    ),
    change: textField("change", atMost.note, leaves),
  })
  .superRefine((form, issue) => {
    if (form.meaning === "same" && form.note === null)
      issue.addIssue({ code: "custom", path: ["note"], message: "note-missing" });
    if (form.meaning === "changed" && form.earlier === "told" && form.change === null)
      issue.addIssue({ code: "custom", path: ["change"], message: "change-missing" });
  });

/** What was corrected in a translation of the petition, in the campaign's language and in its own. */
export const CorrectTranslationForm = z.object({
  note: neededField("note", atMost.note, leaves),
  note_in: neededField("note", atMost.note, leaves),
});

/** What earlier signers who are kept apart are told of a new petition. */
export const NoticeForm = z.object({
  version: versionField,
  change: neededField("change", atMost.note, leaves),
});

/** A line of the log of corrections. `claim`: the id of the claim it is about, if any. */
export const CorrectionForm = z.object({
  kind: z.enum(correctionKinds, "correction-kind-missing"),
  corrected_on: dayField.refine((day) => day !== null, { message: "day-missing", abort: true }),
  text: neededField("correction", atMost.correction, { lines: true, leaves: true }),
});
