import { pemOf } from "#app/domain/outgoing/packs/pack-key.ts";
import { packKeys } from "#app/domain/outgoing/packs/public-key.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { orNotFound, publicJson } from "#app/http/respond.server.ts";

/** Lists the keys to verify a pack with, newest first; the first one signs. See docs/packs.md. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const keys = packKeys(context.env.keys).map((key) => ({ ...key, pem: pemOf(key) }));
  return publicJson({ campaign: campaign.slug, algorithm: "Ed25519", keys });
}
