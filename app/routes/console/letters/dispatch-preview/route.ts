import { Readable } from "node:stream";
import { stopWhenForbidden } from "#app/domain/access/freeze.server.ts";
import { downloadPartFile } from "#app/domain/outgoing/dispatches/preview/download-part-file.server.ts";
import { previewDispatch } from "#app/domain/outgoing/dispatches/preview/preview-dispatch.server.ts";
import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { requireProof } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type LoaderFunctionArgs,
} from "#app/http/remix.server.ts";
import { forbidden, requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, unlessGone } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { wholeOf } from "#app/mail/transport.ts";
import { letterPapers } from "#app/pdf/letter-papers.ts";

/** An email may use its own styles, but not load, run, send or navigate anything. */
const mayDoNothing = [
  "sandbox",
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
].join("; ");

const headersFor = (type: "html" | "plain") => ({
  "Content-Type": `text/${type}; charset=utf-8`,
  "Content-Security-Policy": mayDoNothing,
  "X-Frame-Options": "SAMEORIGIN",
  "Cache-Control": "no-store",
});

const portsOf = ({ env, transport }: AppLoadContext) => ({
  mailing: createMailing(env, transport),
  papers: letterPapers,
});

/** Shows an email as it would be sent now: `1.html` is the HTML of the first, `1.txt` its text part. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view-names");
  const { params, context } = args;
  const [, part, ending] = /^([1-9]\d{0,4})\.(html|txt)$/.exec(params.file ?? "") ?? [];
  if (!part || !ending) throw notFound();

  const which = {
    campaignId: campaign.id,
    publicId: params.dispatch ?? "",
    part: Number(part),
    covered: true,
  };
  const preview = await previewDispatch(context.db, portsOf(context), which);
  if (!preview) {
    const dispatch = await findDispatch(context.db, campaign.id, which.publicId);
    if (!dispatch || dispatch.startedAt || which.part > 1) throw notFound();
    const { nothingLeft } = words("en").letterConsole.dispatches.preview;
    return new Response(nothingLeft, { headers: headersFor("plain") });
  }
  const { html, text } = preview.mail.message;
  return ending === "html"
    ? new Response(wholeOf(html), { headers: headersFor("html") })
    : new Response(wholeOf(text), { headers: headersFor("plain") });
}

const right = "export-signatures";

/** A complete file is also sent in pieces, so that it can be aborted. */
function* inPieces(content: Buffer) {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}

/** Sends an annex of an email, `1-letters.csv`: a POST, since it is logged. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer, on } = await requireCampaign(args, right);
  const { params, context } = args;
  const [, part, kind] = /^([1-9]\d{0,4})-([a-z]+\.[a-z]{3})$/.exec(params.file ?? "") ?? [];
  if (!part || !kind) throw notFound();
  await requireProof(args, organizer, campaign);

  const taken = unlessGone(
    await downloadPartFile(context.db, portsOf(context), {
      campaignId: campaign.id,
      publicId: params.dispatch ?? "",
      part: Number(part),
      organizerId: organizer.organizerId,
      kind,
    }),
  );
  if (taken.outcome === "frozen") {
    return new Response(`${words("en").packs.packs.plain.frozen}\n`, {
      status: 409,
      headers: headersFor("plain"),
    });
  }
  if (taken.outcome === "no-holdings")
    throw forbidden(args, { organizerId: organizer.organizerId, campaign: campaign.id });
  const [whole] = taken.files;
  if (!whole) throw notFound();
  const { filename, contentType, content } = whole;
  const taker = { ...on, right } as const;
  const file = stopWhenForbidden(context.db, taker, Readable.from(inPieces(Buffer.from(content))));
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${filename}"`,
      "Cache-Control": "no-store",
    },
  });
}
