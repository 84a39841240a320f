import type { z } from "zod";
import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { problemOf as problemInWords } from "#app/cli/parts/forms.ts";
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
import { words } from "#app/i18n/index.ts";

const refusals: Record<string, string> = {
  stale: "Nothing was published: someone else just edited the draft. Run `campaign show`.",
  "already-asked": "Another text needs approval. Run `petition approve` or `petition withdraw` first.",
  unchanged: "Nothing was published: the draft is the same as the public text.",
  "means-the-same":
    "An earlier version with this text means the same as the current text. Use --meaning same.",
  "means-another":
    "An earlier version with this text asks for something else than the current text. Use --meaning changed.",
  instruction: "The draft still has an instruction in square brackets. Replace it, then publish.",
  "no-earlier-text": "The first text cannot be a correction. Use --meaning changed.",
  "earlier-missing": "People signed the current text. Say with --earlier how to count them.",
};

export default command({
  summary: "publish the petition draft, or ask for approval if people have signed",
  options: {
    campaign,
    meaning: text("same|changed", "whether it asks for the same as the current text"),
    note: text("T", "what was corrected, in one line; with --meaning same"),
    earlier: text("apart|told", "count earlier signers apart, or also notify them; with --meaning changed"),
    change: text("T", "what the new text changes; with --earlier told"),
    untranslated,
  },
  read({ untranslated, ...given }) {
    const form = PublishPetitionForm.safeParse({ ...given, version: "0" });
    if (form.success) return { untranslated, ...form.data };
    throw new UsageError(problemOf(form.error.issues[0]));
  },
  async run({ db, operator, campaign: { slug } }, { untranslated, meaning, note, earlier, change }) {
    const { campaignId } = operator;
    const { draft, versions } = await readEditedPetition(db, campaignId);
    if (!draft) throw new CommandFailed("The petition has no draft. Write one with `petition draft`.");
    const others = await readOtherLanguages(db, campaignId);
    const again = findWords(versions, draft)?.again ?? null;
    // Once people have signed, finished translations are approved and published with the text.
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
      throw new CommandFailed(
        refusals[published.outcome] ?? `There is no campaign "${slug}". Run \`campaign list\`.`,
      );
    const { version } = published;
    return done({ outcome: "published", version }, `People now sign version ${version}.`);
  },
});

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  const field = issue?.path[0];
  if (issue?.message === "merge-field")
    return `--${String(field)}: ${problemInWords(issue, words("en").editing.errors)}`;
  if (field === "note") return "--meaning same needs --note, one line on what was corrected";
  if (field === "earlier") return "--earlier must be apart or told";
  if (field === "change") return "--earlier told needs --change, what the new text changes";
  return "--meaning must be same or changed";
}
