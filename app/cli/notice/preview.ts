import { CommandFailed, campaign, command, printed, UsageError } from "#app/cli/command.ts";
import { flag, id, required, text } from "#app/cli/options.ts";
import { withMailing } from "#app/cli/parts/mailing.ts";
import { previewNotice } from "#app/domain/campaign/notices/preview-notice.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "print the email of a notice as text",
  options: {
    campaign,
    notice: required(id("the notice", "notice list")),
    locale: text("L", "in this language"),
    html: flag("as HTML instead"),
  },
  async run(on, { notice: publicId, html, ...given }) {
    const { languages, id: campaignId } = on.campaign;
    const locale = given.locale ?? languages[0] ?? "en";
    if (!languages.includes(locale)) throw new UsageError(`--locale must be one of ${languages.join(", ")}`);
    const { reader } = words("en").updates.preview;
    const mail = await withMailing(on, (mailing) =>
      previewNotice(on.db, mailing, { campaignId, publicId, locale, reader }),
    );
    if (!mail) throw new CommandFailed(`There is no notice "${publicId}". Run \`notice list\`.`);
    return printed(mail, html ? mail.html : mail.text);
  },
});
