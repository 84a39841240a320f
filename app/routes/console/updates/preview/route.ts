import { previewUpdate } from "#app/domain/outgoing/updates/sending/preview-update.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { mailPreview, notFound, unlessGone } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

/**
 * Shows what a reader gets, as last saved: `en.html` is the email's HTML, `en.txt` its text part. `as`: which
 * kind of reader.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { params, context } = args;
  const [, locale, ending] = /^([a-z]{2})\.(html|txt)$/.exec(params.file ?? "") ?? [];
  if (!locale || !ending) throw notFound();

  const { preview: say } = words("en").updates;
  const mailing = createMailing(context.env, context.transport);
  const as = new URL(args.request.url).searchParams.get("as");
  const reader = say.readers.find(({ kind }) => kind === as)?.name ?? say.reader;
  const of = { campaignId: campaign.id, publicId: params.update ?? "", locale, reader };
  const preview = unlessGone(await previewUpdate(context.db, mailing, of));
  if (preview.outcome === "written") {
    return ending === "html" ? mailPreview(preview.html, "html") : mailPreview(preview.text, "plain");
  }
  return mailPreview(preview.outcome === "empty" ? say.empty : say.cannot, "plain");
}
