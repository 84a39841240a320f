import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { correctionOptions, readCorrection, stillToCome } from "#app/cli/correction/parts/correction.ts";
import { required, text } from "#app/cli/options.ts";
import { refuseGaps, untranslated } from "#app/cli/parts/untranslated.ts";
import { editCorrection } from "#app/domain/campaign/corrections/edit-correction.server.ts";
import { listCorrections } from "#app/domain/campaign/read-edit.server.ts";
import {
  gapsIn,
  newAmong,
  readOtherLanguages,
} from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";

export default command({
  summary: "edit a correction; its earlier text stays public",
  options: { campaign, line: required(text("ID", "the correction")), ...correctionOptions, untranslated },
  async run({ db, operator }, { line, untranslated, ...given }) {
    const { campaignId } = operator;
    const known = (await listCorrections(db, campaignId)).find((one) => String(one.id) === line);
    if (!known) throw new CommandFailed(`There is no correction ${line}. Run \`correction list\`.`);
    const words = readCorrection({
      kind: given.kind ?? known.kind,
      on: given.on ?? known.correctedOn,
      text: given.text ?? known.text,
    });
    const texts = newAmong(neededTexts.correction(words), neededTexts.correction(known));
    refuseGaps(gapsIn(await readOtherLanguages(db, campaignId), texts), untranslated, "correction");
    const { outcome } = await editCorrection(db, {
      ...operator,
      id: known.id,
      version: known.version,
      words,
    });
    if (outcome === "future") throw stillToCome();
    if (outcome !== "edited")
      throw new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
    return done({ outcome }, "Saved. The earlier text stays public with it.");
  },
});
