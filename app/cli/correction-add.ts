import { addCorrection } from "#app/domain/campaign/add-correction.server.ts";
import { editCorrection } from "#app/domain/campaign/edit-correction.server.ts";
import { CorrectionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { listCorrections } from "#app/domain/campaign/read-edit.server.ts";
import {
  gapsIn,
  newAmong,
  readOtherLanguages,
} from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";
import { words as wordsIn } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { readForm } from "./on-campaign.ts";
import { refuseGaps } from "./untranslated.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;
const { errors } = wordsIn("en").editing;
const future = () => new UsageError("--on is a day that is still to come");

function read(given: { kind?: string | undefined; on?: string | undefined; text?: string | undefined }) {
  const fields = { kind: given.kind, corrected_on: given.on, text: given.text };
  const form = readForm(CorrectionForm, fields, errors, { corrected_on: "on" });
  return { kind: form.kind, correctedOn: form.corrected_on ?? "", text: form.text };
}

/** Puts a line into the public log of corrections. */
export async function correctionAdd(args: string[]): Promise<number> {
  const { json, campaign, untranslated, ...given } = readOptions(args, {
    ...{ campaign: text, kind: text, on: text, text, untranslated: { type: "boolean" } },
  });
  const slug = required(campaign, "campaign");
  const correction = { ...read(given), claimId: null };
  return withDatabase("correction add", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const gaps = gapsIn(await readOtherLanguages(opened.db, id), neededTexts.correction(correction));
    refuseGaps(gaps, untranslated, "correction");
    const { outcome } = await addCorrection(opened.db, { campaignId: id, actor: "operator", correction });
    if (outcome === "future") throw future();
    tell(json, { outcome }, "The line stands on the public page.");
    return exitCodes.done;
  });
}

/** Puts a line of the log better; what it said stays beside it. */
export async function correctionEdit(args: string[]): Promise<number> {
  const { json, campaign, line, untranslated, ...given } = readOptions(args, {
    ...{ campaign: text, line: text, kind: text, on: text, text, untranslated: { type: "boolean" } },
  });
  const slug = required(campaign, "campaign");
  const named = required(line, "line");
  return withDatabase("correction edit", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const known = (await listCorrections(opened.db, id)).find((one) => String(one.id) === named);
    if (!known) throw new CommandFailed(`The log has no line ${named}: see \`correction list\`.`);
    const words = read({
      ...{
        kind: given.kind ?? known.kind,
        on: given.on ?? known.correctedOn,
        text: given.text ?? known.text,
      },
    });
    const texts = newAmong(neededTexts.correction(words), neededTexts.correction(known));
    refuseGaps(gapsIn(await readOtherLanguages(opened.db, id), texts), untranslated, "correction");
    const on = { campaignId: id, actor: "operator", id: known.id, version: known.version } as const;
    const { outcome } = await editCorrection(opened.db, { ...on, words });
    if (outcome === "future") throw future();
    if (outcome !== "edited") throw new CommandFailed("Somebody edited it at this moment. Try again.");
    tell(json, { outcome }, "Saved. What the line said before stands beside it.");
    return exitCodes.done;
  });
}
