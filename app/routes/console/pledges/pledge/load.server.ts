import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { readPledge } from "#app/domain/entries/pledges/list/read-pledge.server.ts";
import { listHoldingViews } from "#app/domain/upkeep/own-data/list-views.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

export async function load(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const { db, env } = args.context;
  const publicId = z.uuid().safeParse(args.params.pledge);
  const pledge = orNotFound(publicId.success ? await readPledge(db, scope, publicId.data) : null);
  const views = await listHoldingViews(db, env.keys, pledge.publicId);
  return {
    slug: campaign.slug,
    pledge,
    views: views.map(({ at, ...view }) => ({ at: at.toISOString(), ...view })),
    mayView: mayDo(campaign, "view-holdings"),
    mayCheck: mayDo(campaign, "check-papers"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type PledgePage = ReturnType<typeof useLoaderData<typeof load>>;
