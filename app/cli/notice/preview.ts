import { CommandFailed, exitCodes, UsageError } from "#app/cli/old.ts";
import { idOf, onCampaign } from "#app/cli/on-campaign.ts";
import { withMailing } from "#app/cli/update.ts";
import { previewNotice } from "#app/domain/campaign/notices/preview-notice.server.ts";
import { words } from "#app/i18n/index.ts";

const text = { type: "string" } as const;

/** Writes the mail of a notice to standard output, as a reader of one language gets it. */
export const noticePreview = onCampaign(
  "notice preview",
  { notice: text, locale: text, html: { type: "boolean" } },
  ({ notice, locale, html = false }) => ({ publicId: idOf(notice, "notice", "notice list"), locale, html }),
  async ({ opened, json, campaign, scope }, { publicId, html, ...given }) => {
    const locale = given.locale ?? campaign.languages[0] ?? "en";
    if (!campaign.languages.includes(locale))
      throw new UsageError(`--locale is one of ${campaign.languages.join(", ")}`);
    const { reader } = words("en").updates.preview;
    const of = { campaignId: scope.campaignId, publicId, locale, reader };
    const mail = await withMailing(opened, (mailing) => previewNotice(opened.db, mailing, of));
    if (!mail) throw new CommandFailed(`The campaign has no notice "${publicId}": see \`notice list\`.`);
    process.stdout.write(json ? `${JSON.stringify(mail)}\n` : html ? mail.html : mail.text);
    return exitCodes.done;
  },
);
