import { mayDo } from "#app/domain/access/organizer.ts";
import { findImprint } from "#app/domain/campaign/organization/find-organization.server.ts";
import { countOpenBatches } from "#app/domain/campaign/organization/set-organization.server.ts";
import { readSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { missingBeforeOpening } from "#app/domain/campaign/readiness.server.ts";
import { domainOf, partsOfSender } from "#app/domain/queue/sender-of.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

/** Loads who runs the campaign and how its emails are signed. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db, env } = args.context;
  const [imprint, sender] = await Promise.all([findImprint(db, campaign.id), readSender(db, campaign.id)]);
  if (!imprint || !sender) throw notFound();
  const site = partsOfSender(env.mail.from);
  const { version, ...own } = sender;
  return {
    version,
    imprint,
    sender: own,
    missing: missingBeforeOpening({ ...imprint, ...own }),
    site: { ...site, domain: domainOf(site.address) },
    openBatches: await countOpenBatches(db, campaign.id),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type ImprintPage = ReturnType<typeof useLoaderData<typeof load>>;
