import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

/** The console of a campaign opens with its signatures. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  return redirect(`/organize/c/${campaign.slug}/signatures`, 303);
}
