import { randomUUID } from "node:crypto";
import { mayDo } from "#app/domain/access/organizer.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import { countByRecipient } from "#app/domain/outgoing/dispatches/count-by-recipient.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

export async function load(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view");
  const { db } = args.context;
  const [dispatches, waiting, waitingFor, recipients] = await Promise.all([
    listDispatches(db, campaign.id, company.id),
    countWaiting(db, scope),
    countByRecipient(db, scope),
    listRecipients(db, campaign.id, company.id),
  ]);
  return {
    slug: campaign.slug,
    dispatches,
    waiting,
    /** By open recipient, if there are several. */
    waitingFor,
    recipients: recipients.filter(({ retiredAt }) => retiredAt === null),
    mayWrite: mayDo(campaign, "write"),
    /** Id of the draft that the button makes, so that pressing twice makes one. */
    draftId: randomUUID(),
  };
}

export type DispatchesPage = ReturnType<typeof useLoaderData<typeof load>>;
