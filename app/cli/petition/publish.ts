import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { askedLines } from "#app/cli/petition-approve.ts";
import { refuseGaps } from "#app/cli/untranslated.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { PublishPetitionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { findWords } from "#app/domain/campaign/petition/petition-meaning.ts";
import { hasSigners } from "#app/domain/campaign/petition/petition-signers.server.ts";
import { readTranslatedPetition } from "#app/domain/campaign/petition/petition-translations.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { gapsIn, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";

const text = { type: "string" } as const;
const refusals: Record<string, string> = {
  stale: "Somebody edited the draft at this moment: nothing was published.",
  "already-asked": "Another text waits for approval: see `petition approve` and `petition withdraw`.",
  unchanged: "The draft says what is public already: nothing was published.",
  "means-the-same":
    "An earlier version has this text, and it means the same as the text in force: use --meaning same.",
  "means-another":
    "An earlier version has this text, and it asks for something else than the text in force: use --meaning changed.",
  "no-earlier-text": "The first text can be no correction of another one: use --meaning changed.",
  "earlier-missing": "People signed the text before: say with --earlier what becomes of them.",
};

/** Puts the draft of the petition in force. Once people have signed it only asks for an approval. */
export async function petitionPublish(args: string[]): Promise<number> {
  const { json, untranslated, ...given } = readOptions(args, {
    ...{ campaign: text, meaning: text, note: text, earlier: text, change: text },
    untranslated: { type: "boolean" },
  });
  const slug = required(given.campaign, "campaign");
  const form = PublishPetitionForm.safeParse({ ...given, version: "0" });
  if (!form.success) throw new UsageError(problemOf(form.error.issues[0]?.path[0]));

  return withDatabase("petition publish", async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const { draft, versions } = await readEditedPetition(opened.db, campaignId);
    if (!draft) throw new CommandFailed("The petition has no draft: write it with `petition draft`.");
    const others = await readOtherLanguages(opened.db, campaignId);
    const again = findWords(versions, draft)?.again ?? null;
    // Once people have signed, translations that are written are approved and published with the text.
    const isSigned = await hasSigners(opened.db, campaignId);
    const translated = isSigned ? await readTranslatedPetition(opened.db, campaignId, draft, again) : [];
    const gaps = gapsIn(others, neededTexts.petition(draft), again).filter(
      ({ locale }) => !translated.some((one) => one.locale === locale),
    );
    refuseGaps(gaps, untranslated);
    const { meaning, note, earlier, change } = form.data;
    const published = await publishPetition(opened.db, {
      ...{ campaignId, actor: "operator", version: draft.version },
      meaning:
        meaning === "same"
          ? { is: "same", note: note ?? "" }
          : { is: "changed", earlier: earlier ? "apart" : null, tell: earlier === "told" ? change : null },
    });
    if (published.outcome === "asked") {
      tell(json, published, ...askedLines(published.forecast));
      return exitCodes.done;
    }
    if (published.outcome !== "published")
      throw new CommandFailed(refusals[published.outcome] ?? `There is no campaign "${slug}".`);
    const { version } = published;
    tell(json, { outcome: "published", version }, `People sign version ${version} from now on.`);
    return exitCodes.done;
  });
}

function problemOf(field: unknown): string {
  if (field === "note") return "--note says what was put right, in one line: --meaning same needs it";
  if (field === "earlier") return "--earlier is apart or told";
  if (field === "change") return "--change says what the new text changes: --earlier told needs it";
  return "--meaning is same or changed";
}
