import { readPictureFile } from "#app/domain/campaign/picture/find-picture.server.ts";
import { pictureTypes, readFileName } from "#app/domain/campaign/picture/picture.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";

/** Sends a file of the campaign's picture, even an unpublished one, to its organizers alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const named = orNotFound(readFileName(args.params.file ?? ""));
  const bytes = orNotFound(await readPictureFile(args.context.db, { ...named, campaignId: campaign.id }));
  return new Response(new Uint8Array(bytes), { headers: { "Content-Type": pictureTypes[named.type] } });
}
