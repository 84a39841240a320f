import { CommandFailed, exitCodes, tell } from "#app/cli/old.ts";
import { onCampaign } from "#app/cli/on-campaign.ts";
import { readWaitingPetition } from "#app/domain/campaign/petition/read-waiting-petition.server.ts";

type Words = { summary: string; body: string };
const written = (heading: string, text: Words | null) =>
  `${heading}\n\n${text ? `${text.summary}\n\n${text.body}` : "(none)"}\n`;

/** Prints the petition text that waits for approval, in every language it is about, with what is in force now. */
export const petitionWaiting = onCampaign(
  "petition waiting",
  {},
  () => null,
  async ({ opened, json, scope: { campaignId } }) => {
    const waiting = await readWaitingPetition(opened.db, campaignId);
    if (!waiting) throw new CommandFailed("No petition text waits for approval.");
    const { before, after, translations, note, noteIn, isTranslation } = waiting;
    const own = [written("In force now:", before), written("Waiting:", after)];
    const others = translations.flatMap((one) => [
      written(`In force now, in "${one.locale}":`, one.before),
      written(`Waiting, in "${one.locale}":`, one.after),
    ]);
    const notes = [note, noteIn].flatMap((one) => (one === null ? [] : [`Note: ${one}`]));
    tell(json, waiting, ...(isTranslation ? [] : own), ...others, ...notes);
    return exitCodes.done;
  },
);
