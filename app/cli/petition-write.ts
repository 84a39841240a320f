import { askNotice } from "#app/domain/campaign/notices/ask-notice.server.ts";
import { NoticeForm, PetitionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { meaningOf } from "#app/domain/campaign/petition/petition-meaning.ts";
import { dropPetition, savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { restoreChange } from "#app/domain/campaign/restore-change.server.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, editedMeanwhile, exitCodes, required, tell, UsageError } from "./old.ts";
import { onCampaign, readForm, readText } from "./on-campaign.ts";

const text = { type: "string" } as const;
const editing = () => words("en").editing;
const failed = (outcome: string) => new CommandFailed(editing().refused[outcome] ?? "It is gone.");

/** Writes the next text of the petition down; what is not named stays. Nobody signs it before it is published. */
export const petitionDraft = onCampaign(
  "petition draft",
  { summary: text, "body-file": text },
  async (given) => {
    if (given.summary === undefined && given["body-file"] === undefined)
      throw new UsageError("give --summary or --body-file");
    return { summary: given.summary, body: await readText(given["body-file"], "body-file") };
  },
  async ({ opened, json, scope: { campaignId }, actor }, wanted) => {
    const { draft, inForce } = await readEditedPetition(opened.db, campaignId);
    const stands = draft ?? inForce;
    const { version, ...mine } = readForm(
      PetitionForm,
      {
        version: String(draft?.version ?? 0),
        summary: wanted.summary ?? stands?.summary,
        body: wanted.body ?? stands?.body,
      },
      editing().errors,
      { body: "body-file" },
    );
    const saved = await savePetition(opened.db, { campaignId, actor, version, words: mine });
    if (saved.outcome !== "saved") throw editedMeanwhile();
    tell(json, saved, "Stored as a draft: `petition publish` puts it in force.");
    return exitCodes.done;
  },
);

/** Drops the draft of the petition; its words stay in the history. */
export const petitionDrop = onCampaign(
  "petition drop",
  {},
  () => null,
  async ({ opened, json, scope: { campaignId }, actor }) => {
    const { draft } = await readEditedPetition(opened.db, campaignId);
    if (!draft) throw new CommandFailed("The petition has no draft.");
    const { outcome } = await dropPetition(opened.db, { campaignId, actor, version: draft.version });
    if (outcome !== "dropped") throw editedMeanwhile();
    tell(json, { outcome }, "The draft is dropped. Its words stay in the history.");
    return exitCodes.done;
  },
);

/** Asks that everybody be told who signed before the text in force. */
export const petitionTell = onCampaign(
  "petition tell",
  { change: text },
  ({ change }) => required(change, "change"),
  async ({ opened, json, scope: { campaignId }, actor }, given) => {
    const { inForce } = await readEditedPetition(opened.db, campaignId);
    const fields = { version: String(inForce ? meaningOf(inForce) : 0), change: given };
    const { version, change } = readForm(NoticeForm, fields, editing().errors);
    const { outcome } = await askNotice(opened.db, { campaignId, actor, version, change });
    if (outcome !== "asked") throw failed(`notice-${outcome}`);
    const how = "an organizer approves it in the console, or `notice approve --approve-alone`";
    tell(json, { outcome, version }, `The mail waits for its approval: ${how}. \`notice list\` shows it.`);
    return exitCodes.done;
  },
);

/** Brings back, as a draft, what a line of the history changed. */
export const campaignRestore = onCampaign(
  "campaign restore",
  { change: text },
  ({ change }) => {
    if (!/^[1-9]\d{0,14}$/.test(required(change, "change")))
      throw new UsageError("--change is a number that `campaign history` prints");
    return Number(change);
  },
  async ({ opened, json, scope: { campaignId }, actor }, changeId) => {
    const restored = await restoreChange(opened.db, { campaignId, actor, changeId });
    if (restored.outcome === "stale") throw editedMeanwhile();
    if (restored.outcome === "gone")
      throw new CommandFailed("The history has no such line: see `campaign history`.");
    if (restored.outcome !== "restored") throw failed(restored.outcome);
    const what = restored.thing === "claim" ? `claim ${restored.id}` : `the ${restored.thing}`;
    tell(json, restored, `Brought back as a draft of ${what}. Nothing is public by it.`);
    return exitCodes.done;
  },
);
