import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { coFilePath, companyNamed, namedAad } from "#app/domain/campaign/company/campaign-companies.ts";
import { packetFormOf } from "#app/domain/entries/pledges/co-filing/co-filing-form.ts";
import { packetOf, packetText } from "#app/domain/entries/pledges/co-filing/packet.ts";
import { findPacket } from "#app/domain/entries/pledges/co-filing/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  redirect,
} from "#app/http/remix.server.ts";
import { limitRate, notFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath } from "#app/i18n/index.ts";
import { emptyPapersPdf, filledPapersPdf } from "#app/pdf/papers.server.ts";

const notStored = { "Cache-Control": "no-store" };

/** Sends the blank papers, the same for everyone. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { asked, isPdf } = await findAsked(params, context);
  const input = await findPacket(context.db, asked);
  if (!isPdf) return text(packetText(packetOf(input)), publicPage);
  return pdf(await emptyPapersPdf(input, "letter"), publicPage);
}

/**
 * Fills papers in and stores nothing. Sends a form that cannot be accepted, as it is, to the page, which
 * returns it with what to change.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { asked, isPdf, path } = await findAsked(params, context);
  await limitRate(context, "coFile");
  const form = await parseForm(request, packetFormOf(new Date()));
  if (!form.ok) return redirect(path, { status: 307, headers: notStored });

  const { name, shares, held_since_month: heldSinceMonth, registered, paper } = form.value;
  const input = { ...(await findPacket(context.db, asked)), name, shares, heldSinceMonth, registered };
  if (!isPdf) return text(packetText(packetOf(input)), notStored);
  return pdf(await filledPapersPdf(input, paper), notStored);
}

async function findAsked(params: LoaderFunctionArgs["params"], context: AppLoadContext) {
  const { env, locale } = context;
  const campaign = namedAad(await context.findCampaign(params.campaign ?? ""), params.company);
  if (
    !campaign ||
    !profileOf(campaign.jurisdiction).coFiling ||
    !["packet.pdf", "packet.txt"].includes(params.file ?? "")
  )
    throw notFound();
  const path = localizedPath(locale, coFilePath(campaign));
  const companyId = companyNamed(campaign.companies, params.company)?.id;
  const asked = { campaign, companyId, locale, url: env.appUrl + path, examples: env.localMode };
  return { asked, isPdf: params.file === "packet.pdf", path };
}

const named = (ending: string) => `inline; filename="co-filing-papers.${ending}"`;

const pdf = (bytes: Buffer, headers: Record<string, string>) =>
  new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Type": "application/pdf", "Content-Disposition": named("pdf") },
  });

const text = (content: string, headers: Record<string, string>) =>
  new Response(content, {
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", "Content-Disposition": named("txt") },
  });
