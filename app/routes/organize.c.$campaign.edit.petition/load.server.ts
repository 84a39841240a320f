import type { LoaderFunctionArgs } from "@remix-run/node";
import { hasSigners } from "#app/domain/campaigns/petition-signers.server.ts";
import { readEditedPetition } from "#app/domain/campaigns/read-edit.server.ts";
import { mayDo } from "#app/domain/organizers/organizer.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

/** The petition in force, its draft, and every text people signed. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db } = args.context;
  return {
    slug: campaign.slug,
    ...(await readEditedPetition(db, campaign.id)),
    hasSigners: await hasSigners(db, campaign.id),
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}
