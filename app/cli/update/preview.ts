import { CommandFailed, campaign, command, printed, UsageError } from "#app/cli/command.ts";
import { flag, text } from "#app/cli/options.ts";
import { withMailing } from "#app/cli/parts/mailing.ts";
import { update } from "#app/cli/update/parts/update.ts";
import { unreadableIn } from "#app/cli/update/parts/update-draft.ts";
import { previewUpdate } from "#app/domain/outgoing/updates/sending/preview-update.server.ts";

const refused = {
  empty: "It has no text yet.",
  unreadable: "It cannot be sent as written.",
  gone: "This update no longer exists. Run `update list`.",
};

export default command({
  summary: "print the email of an update; its unsubscribe link does not work",
  options: {
    campaign,
    update,
    locale: text("L", "in this language"),
    html: flag("as HTML"),
    text: flag("as text, the default"),
  },
  read({ text: plain, ...given }) {
    if (given.html && plain) throw new UsageError("Choose --html or --text");
    return given;
  },
  async run(opened, { update: { campaignId, publicId, update }, html, ...given }) {
    const locale = given.locale ?? update.texts[0]?.locale ?? "en";
    const words = update.texts.find((one) => one.locale === locale);
    if (!words) throw new CommandFailed(`The update has no text in "${locale}".`);
    const input = { campaignId, publicId, locale, reader: "Ana Sample" };
    const mail = await withMailing(opened, (mailing) => previewUpdate(opened.db, mailing, input));
    if (mail.outcome !== "written") {
      const lines =
        mail.outcome === "unreadable" ? await unreadableIn(opened.db, campaignId, { texts: [words] }) : [];
      throw new CommandFailed([refused[mail.outcome], ...lines].join("\n"));
    }
    const { subject } = mail;
    return printed({ subject, html: mail.html, text: mail.text }, html ? mail.html : mail.text);
  },
});
