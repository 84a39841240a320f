import { readPictureFile } from "#app/domain/campaign/picture/find-picture.server.ts";
import { pictureTypes, readFileName } from "#app/domain/campaign/picture/picture.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** Sends a file of the campaign's picture, even an unpublished one, to its organizers alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const named = readFileName(args.params.file ?? "");
  const bytes = named && (await readPictureFile(args.context.db, { ...named, campaignId: campaign.id }));
  if (!bytes) throw notFound();
  return new Response(new Uint8Array(bytes), { headers: { "Content-Type": pictureTypes[named.type] } });
}
