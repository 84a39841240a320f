import { readShareImage } from "#app/domain/pages/find-share-image.server.ts";
import { type LoaderFunctionArgs, redirect } from "#app/http/remix.server.ts";
import { notFound, openToAll } from "#app/http/respond.server.ts";
import { locales } from "#app/i18n/index.ts";

const named = new RegExp(`^(${locales.join("|")})(?:-([1-9]\\d{0,8}))?-[0-9a-f]{20}\\.png$`);

/**
 * Sends a share image under a name with a hash of its bytes, so it can be cached forever. The name of an
 * earlier image redirects to the current one.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = params.file ?? "";
  const [known, locale = "", number = "0"] = named.exec(file) ?? [];
  if (!known) throw notFound();
  const headers = { ...openToAll, "Cache-Control": "public, max-age=31536000, immutable", ETag: `"${file}"` };
  if (request.headers.get("if-none-match")?.includes(headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  const campaign = await context.findCampaign(params.campaign ?? "");
  const which = campaign && { campaignId: campaign.id, locale, number: Number(number) };
  const image = which && (await readShareImage(context.db, which));
  if (!campaign || !image) throw notFound();
  if (image.file !== file) {
    const now = `/c/${campaign.slug}/share/${image.file}`;
    return redirect(now, { status: 302, headers: { ...openToAll, "Cache-Control": "public, max-age=60" } });
  }
  return new Response(new Uint8Array(image.png), { headers: { ...headers, "Content-Type": "image/png" } });
}
