import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { closedAnswer, requireToken } from "#app/http/require-token.server.ts";

/** Tells what a token may do. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, campaign, scopes, expiresAt } = await requireToken(args);
  return closedAnswer({ name, campaign: campaign.slug, scopes, expiresAt: expiresAt.toISOString() });
}
