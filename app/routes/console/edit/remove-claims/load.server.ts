import { mayDo } from "#app/domain/access/organizer.ts";
import { type ClaimFate, removalOutcome, sharedSources } from "#app/domain/campaign/claims/removal.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { listCiting } from "#app/domain/outgoing/updates/queries.server.ts";
import { type LoaderFunctionArgs, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

const fates: readonly ClaimFate[] = ["deleted", "withdrawn", "kept", "no-right"];

/** Loads what becomes of the address's claims, and what else names them. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db } = args.context;
  const page = `/organize/c/${campaign.slug}/edit/claims`;
  const ids = new Set(new URL(args.request.url).searchParams.getAll("claim"));
  const all = await listEditedClaims(db, campaign.id);
  const chosen = all.filter(({ id }) => ids.has(String(id)));
  if (chosen.length === 0)
    throw redirect(`${page}?refused=${ids.size === 0 ? "none-chosen" : "stale-removal"}`, 303);

  const mayManage = mayDo(campaign, "manage");
  const groups = fates
    .map((fate) => ({ fate, claims: chosen.filter((claim) => removalOutcome(claim, mayManage) === fate) }))
    .filter(({ claims }) => claims.length > 0);
  const going = groups
    .filter(({ fate }) => fate === "deleted" || fate === "withdrawn")
    .flatMap(({ claims }) => claims);
  const staying = all.filter((claim) => !going.includes(claim));
  const numbers = going.map(({ position }) => position);
  return {
    slug: campaign.slug,
    groups: groups.map(({ fate, claims }) => ({
      fate,
      claims: claims.map(({ id, position, live, draft }) => {
        const { text, attribution } = draft ?? live;
        return { id, position, text, attribution };
      }),
    })),
    going: going.map(({ id, version }) => `${id} ${version}`),
    sources: sharedSources(going, staying),
    updates: await listCiting(db, campaign.id, numbers),
    mayWrite: mayDo(campaign, "write"),
  };
}
