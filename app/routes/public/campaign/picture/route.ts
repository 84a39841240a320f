import { readPublicFile } from "#app/domain/campaign/picture/find-picture.server.ts";
import { pictureFileName, pictureTypes, readFileName } from "#app/domain/campaign/picture/picture.ts";
import { type LoaderFunctionArgs, redirect } from "#app/http/remix.server.ts";
import { openToAll, orNotFound } from "#app/http/respond.server.ts";

/**
 * Sends a file of the picture on a campaign's page, under a name that holds a hash of it. Caches keep it only
 * for a short time: a removed picture may show people who withdrew their consent. The previous picture's name
 * redirects to the current one.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = params.file ?? "";
  const named = orNotFound(readFileName(file));
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const which = { ...named, campaignId: campaign.id };
  const { key, bytes } = orNotFound(await readPublicFile(context.db, which));
  if (key !== named.key) {
    const now = `/c/${campaign.slug}/picture/${pictureFileName(key, named.width, named.type)}`;
    return redirect(now, { status: 302, headers: { ...openToAll, "Cache-Control": "public, max-age=60" } });
  }
  const headers = { ...openToAll, "Cache-Control": "public, max-age=3600, s-maxage=60", ETag: `"${file}"` };
  if (request.headers.get("if-none-match")?.includes(headers.ETag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Type": pictureTypes[named.type], "Content-Length": String(bytes.length) },
  });
}
