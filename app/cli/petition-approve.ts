import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import type { CountForecast } from "#app/domain/campaign/petition/petition-meaning.ts";
import { returnPetition } from "#app/domain/campaign/petition/return-petition.server.ts";
import { withdrawPetition } from "#app/domain/campaign/petition/withdraw-petition.server.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, required, tell, UsageError } from "./old.ts";
import { onCampaign, whileFrozen } from "./on-campaign.ts";

const refused = (outcome: string) =>
  new CommandFailed(
    {
      frozen: whileFrozen,
      own: "The operator asked for it: an organizer approves it in the console, or give --approve-alone.",
      "not-waiting": "No petition text waits for approval.",
    }[outcome] ??
      words("en").editing.refused[outcome] ??
      "There is no such version: see `campaign show`.",
  );

/** What a text that waits for its approval would do to the public count, in lines. */
export const askedLines = ({ before, after, apart }: CountForecast): string[] => [
  "People signed the text in force, so this one waits for approval. Nothing has changed.",
  `Counted now: ${before}. Counted with this text: ${after}; apart, under another text: ${apart}.`,
  "An organizer approves it in the console, or `petition approve --approve-alone`.",
];

/** Asks that an earlier version be in force again, with everybody who signed it. */
export const petitionReturn = onCampaign(
  "petition return",
  { version: { type: "string" } },
  ({ version }) => {
    if (!/^[1-9]\d{0,5}$/.test(required(version, "version")))
      throw new UsageError("--version is the number of a text that people signed");
    return Number(version);
  },
  async ({ opened, json, scope: { campaignId }, actor }, version) => {
    const asked = await returnPetition(opened.db, { campaignId, actor, version });
    if (asked.outcome === "unchanged")
      throw new CommandFailed("It is the text in force: there is nothing to undo.");
    if (asked.outcome !== "asked") throw refused(asked.outcome);
    tell(json, asked, ...askedLines(asked.forecast));
    return exitCodes.done;
  },
);

/** Puts the petition text in force that waits. What the operator asked for alone needs `--approve-alone`. */
export const petitionApprove = onCampaign(
  "petition approve",
  { "approve-alone": { type: "boolean" } },
  (given) => given["approve-alone"] ?? false,
  async ({ opened, json, scope: { campaignId }, actor }, alone) => {
    const approved = await approvePetition(opened.db, { campaignId, actor, publicId: null, alone });
    if (approved.outcome !== "published") throw refused(approved.outcome);
    tell(json, approved, `People sign version ${approved.version} from now on.`);
    return exitCodes.done;
  },
);

/** Withdraws a petition text that waits for its approval. */
export const petitionWithdraw = onCampaign(
  "petition withdraw",
  {},
  () => null,
  async ({ opened, json, scope: { campaignId }, actor }) => {
    const { outcome } = await withdrawPetition(opened.db, { campaignId, actor });
    if (outcome !== "withdrawn") throw refused(outcome);
    tell(json, { outcome }, "Withdrawn. The text in force stays, and so does a draft.");
    return exitCodes.done;
  },
);
