import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { readWaitingPetition } from "#app/domain/campaign/petition/read-waiting-petition.server.ts";

type Words = { summary: string; body: string };
const written = (heading: string, text: Words | null) =>
  `${heading}\n\n${text ? `${text.summary}\n\n${text.body}` : "(none)"}\n`;

export default command({
  summary: "print the petition text that needs approval and the current one, in each language",
  options: { campaign },
  async run({ db, campaign }) {
    const waiting = await readWaitingPetition(db, campaign.id);
    if (!waiting) throw new CommandFailed("No petition text needs approval.");
    const { before, after, translations, note, noteIn, isTranslation } = waiting;
    const own = [written("Current text:", before), written("Needs approval:", after)];
    const others = translations.flatMap((one) => [
      written(`Current text, in "${one.locale}":`, one.before),
      written(`Needs approval, in "${one.locale}":`, one.after),
    ]);
    const notes = [note, noteIn].flatMap((one) => (one === null ? [] : [`Note: ${one}`]));
    return done(waiting, ...(isTranslation ? [] : own), ...others, ...notes);
  },
});
