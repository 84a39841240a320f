import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { readWaitingPetition } from "#app/domain/campaign/petition/read-waiting-petition.server.ts";

type Words = { summary: string; body: string };
const written = (heading: string, text: Words | null) =>
  `${heading}\n\n${text ? `${text.summary}\n\n${text.body}` : "(none)"}\n`;

export default command({
  summary: "print the text that waits for approval, in every language it is about, with the one in force",
  options: { campaign },
  async run({ db, campaign }) {
    const waiting = await readWaitingPetition(db, campaign.id);
    if (!waiting) throw new CommandFailed("No petition text waits for approval.");
    const { before, after, translations, note, noteIn, isTranslation } = waiting;
    const own = [written("In force now:", before), written("Waiting:", after)];
    const others = translations.flatMap((one) => [
      written(`In force now, in "${one.locale}":`, one.before),
      written(`Waiting, in "${one.locale}":`, one.after),
    ]);
    const notes = [note, noteIn].flatMap((one) => (one === null ? [] : [`Note: ${one}`]));
    return done(waiting, ...(isTranslation ? [] : own), ...others, ...notes);
  },
});
