import { mayDo } from "#app/domain/access/organizer.ts";
import { isExportScope, rightForScope, tokenScopes } from "#app/domain/access/tokens/api-token.ts";
import { listTokens } from "#app/domain/access/tokens/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

/** Loads one's tokens; for those who manage the campaign, everybody's. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const all = mayDo(campaign, "manage");
  const { organizerId } = organizer;
  const tokens = await listTokens(args.context.db, {
    campaignId: campaign.id,
    organizerId: all ? null : organizerId,
  });
  const scopes = tokenScopes.filter((scope) => mayDo(campaign, rightForScope[scope]));
  return {
    slug: campaign.slug,
    appUrl: args.context.env.appUrl,
    all,
    scopes,
    mayExport: scopes.some(isExportScope),
    tokens: tokens.map(({ organizerId: _maker, email: _email, ...token }) => token),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type TokensPage = ReturnType<typeof useLoaderData<typeof load>>;
