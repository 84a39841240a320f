import { commandsOf } from "#app/cli/acts.ts";
import { CommandFailed } from "#app/cli/command.ts";
import { flag, moment, option, required } from "#app/cli/options.ts";
import { refuseGaps, untranslated } from "#app/cli/parts/untranslated.ts";
import { claimActs } from "#app/domain/campaign/claims/acts.server.ts";
import { gapsOfClaim, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import type { EditedClaim } from "#app/domain/campaign/wording.ts";
import { words } from "#app/i18n/index.ts";

const sourceField = /^source_(?:url|title)((?:_\d+)?)=/;

/** What is no number names no claim. */
const claim = required(option("ID", "the claim", (given) => (/^\d{1,15}$/.test(given) ? Number(given) : 0)));

export default commandsOf(claimActs, words("en").editing.errors, {
  set: {
    options: { opened: flag("confirm that you opened the page of each source given") },
    async before(_on, { set, opened }: { set: string[]; opened: boolean }) {
      const sources = set.flatMap((one) => sourceField.exec(one)?.[1] ?? []);
      return Object.fromEntries(sources.map((n) => [`opened${n}`, opened ? "on" : ""]));
    },
    tell: (end) => ("id" in end ? [`Claim ${end.id}. To publish: claim publish --claim ${end.id}`] : []),
  },
  publish: {
    options: { claim, untranslated },
    async before({ db, campaign }, given: { untranslated: boolean }, read: EditedClaim) {
      if (read.published && !read.draft) throw new CommandFailed("It has no changes to publish.");
      refuseGaps(gapsOfClaim(await readOtherLanguages(db, campaign.id), read), given.untranslated);
      return {};
    },
  },
  verify: {
    options: { claim },
    tell: (end) =>
      "samePage" in end
        ? end.samePage.map(
            (other: number) => `Claim ${other} seems to cite the same page. Verify it as well.`,
          )
        : [],
  },
  undo: {
    options: { at: required(moment("the time that the command printed")) },
    before: async (_on, { at }: { at: Date }) => ({ at: at.toISOString() }),
    tell: (end) =>
      "edited" in end && end.edited.length > 0
        ? [`Edited since, and still off the page: ${end.edited.join(", ")}.`]
        : [],
  },
  remove: "by hand",
  "remove-chosen": "by hand",
});
