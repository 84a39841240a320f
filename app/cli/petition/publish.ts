import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { refuseGaps, untranslated } from "#app/cli/parts/untranslated.ts";
import { askedLines } from "#app/cli/petition/parts/petition.ts";
import { PublishPetitionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { findWords } from "#app/domain/campaign/petition/petition-meaning.ts";
import { readTranslatedPetition } from "#app/domain/campaign/petition/petition-translations.server.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { hasSigners } from "#app/domain/campaign/petition-signers.server.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { gapsIn, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";

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

export default command({
  summary: "put the draft in force; where people have signed, ask for approval",
  options: {
    campaign,
    meaning: text("same|changed", "whether it asks for the same as the text in force"),
    note: text("T", "what was put right, in one line; with --meaning same"),
    earlier: text("apart|told", "what becomes of those who signed before; with --meaning changed"),
    change: text("T", "what the new text changes; with --earlier told"),
    untranslated,
  },
  read({ untranslated, ...given }) {
    const form = PublishPetitionForm.safeParse({ ...given, version: "0" });
    if (form.success) return { untranslated, ...form.data };
    throw new UsageError(problemOf(form.error.issues[0]?.path[0]));
  },
  async run({ db, operator, campaign: { slug } }, { untranslated, meaning, note, earlier, change }) {
    const { campaignId } = operator;
    const { draft, versions } = await readEditedPetition(db, campaignId);
    if (!draft) throw new CommandFailed("The petition has no draft: write it with `petition draft`.");
    const others = await readOtherLanguages(db, campaignId);
    const again = findWords(versions, draft)?.again ?? null;
    // Once people have signed, translations that are written are approved and published with the text.
    const isSigned = await hasSigners(db, campaignId);
    const translated = isSigned ? await readTranslatedPetition(db, campaignId, draft, again) : [];
    const gaps = gapsIn(others, neededTexts.petition(draft), again).filter(
      ({ locale }) => !translated.some((one) => one.locale === locale),
    );
    refuseGaps(gaps, untranslated);
    const published = await publishPetition(db, {
      ...operator,
      version: draft.version,
      meaning:
        meaning === "same"
          ? { is: "same", note: note ?? "" }
          : { is: "changed", earlier: earlier ? "apart" : null, tell: earlier === "told" ? change : null },
    });
    if (published.outcome === "asked") return done(published, ...askedLines(published.forecast));
    if (published.outcome !== "published")
      throw new CommandFailed(refusals[published.outcome] ?? `There is no campaign "${slug}".`);
    const { version } = published;
    return done({ outcome: "published", version }, `People sign version ${version} from now on.`);
  },
});

function problemOf(field: unknown): string {
  if (field === "note") return "--note says what was put right, in one line: --meaning same needs it";
  if (field === "earlier") return "--earlier is apart or told";
  if (field === "change") return "--change says what the new text changes: --earlier told needs it";
  return "--meaning is same or changed";
}
