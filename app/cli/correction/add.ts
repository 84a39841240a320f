import { campaign, command, done } from "#app/cli/command.ts";
import { correctionOptions, readCorrection, stillToCome } from "#app/cli/correction/parts/correction.ts";
import { required } from "#app/cli/options.ts";
import { refuseGaps, untranslated } from "#app/cli/parts/untranslated.ts";
import { addCorrection } from "#app/domain/campaign/corrections/add-correction.server.ts";
import { gapsIn, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";

const { kind, on, text } = correctionOptions;

export default command({
  summary: "add a public correction",
  options: { campaign, kind: required(kind), on: required(on), text: required(text), untranslated },
  read: ({ untranslated, ...given }) => ({ untranslated, words: readCorrection(given) }),
  async run({ db, operator }, { untranslated, words }) {
    const correction = { ...words, claimId: null };
    const others = await readOtherLanguages(db, operator.campaignId);
    refuseGaps(gapsIn(others, neededTexts.correction(correction)), untranslated, "correction");
    const { outcome } = await addCorrection(db, { ...operator, correction });
    if (outcome === "future") throw stillToCome();
    return done({ outcome }, "The correction is public.");
  },
});
