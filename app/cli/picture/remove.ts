import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { saveWords } from "#app/domain/campaign/words/save-words.server.ts";

export default command({
  summary: "remove the picture from the draft of the page",
  options: { campaign },
  async run({ db, operator, campaign: { slug } }) {
    const edited = await readEditedWords(db, operator.campaignId);
    if (!edited) throw new CommandFailed(`There is no campaign "${slug}".`);
    const { version } = edited;
    const saved = await saveWords(db, { ...operator, version, words: { picture: null } });
    if (saved.outcome !== "saved") throw conflict();
    return done(saved, `Saved as draft version ${saved.version}. To remove its files: \`words publish\`.`);
  },
});
