import { previewNotice } from "#app/domain/campaign/notices/preview-notice.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { mailPreview, notFound, orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

/**
 * Shows the email that tells earlier signers of a new petition, as one reader gets it: `en.html` or `en.txt`.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { params, context } = args;
  const [, locale, ending] = /^([a-z]{2})\.(html|txt)$/.exec(params.file ?? "") ?? [];
  if (!locale || !ending) throw notFound();
  const { reader } = words("en").updates.preview;
  const of = { campaignId: campaign.id, publicId: params.notice ?? "", locale, reader };
  const mail = orNotFound(await previewNotice(context.db, createMailing(context.env, context.transport), of));
  return ending === "html" ? mailPreview(mail.html, "html") : mailPreview(mail.text, "plain");
}
