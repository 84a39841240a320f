import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { askNotice } from "#app/domain/campaign/petition/ask-notice.server.ts";
import { NoticeForm } from "#app/domain/campaign/petition/petition-form.ts";
import { meaningOf } from "#app/domain/campaign/petition/petition-meaning.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "ask to email everyone who signed an earlier text",
  options: { campaign, change: required(text("T", "what the new text changes")) },
  async run({ db, operator }, given) {
    const { inForce } = await readEditedPetition(db, operator.campaignId);
    const fields = { version: String(inForce ? meaningOf(inForce) : 0), change: given.change };
    const { editing } = words("en");
    const { version, change } = readForm(NoticeForm, fields, editing.errors);
    const { outcome } = await askNotice(db, { ...operator, version, change });
    if (outcome !== "asked")
      throw new CommandFailed(editing.refused[`notice-${outcome}`] ?? "It no longer exists.");
    const how = "an organizer can approve it in the console, or run `notice approve --approve-alone`";
    return done({ outcome, version }, `The email needs approval: ${how}. To follow it: \`notice list\`.`);
  },
});
