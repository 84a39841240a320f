import { mayDo } from "#app/domain/access/organizer.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { readRecipientClosing } from "#app/domain/campaign/recipients/open-recipient.server.ts";
import { findCompanyOfRecipient, findRecipient } from "#app/domain/campaign/recipients/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const recipient = await findRecipient(args.context.db, campaign.id, args.params.recipient ?? "");
  if (!recipient) throw notFound();
  return {
    slug: campaign.slug,
    recipient,
    company: await findCompanyOfRecipient(args.context.db, recipient.publicId),
    seen: markOfAddress(recipient),
    closing: await readRecipientClosing(args.context.db, campaign.id, recipient.publicId),
    mayWrite: mayDo(campaign, "write"),
    mayVerify: mayDo(campaign, "manage"),
    today: new Date().toISOString().slice(0, 10),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type RecipientPage = ReturnType<typeof useLoaderData<typeof load>>;
