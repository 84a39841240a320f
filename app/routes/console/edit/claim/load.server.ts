import { mayDo } from "#app/domain/access/organizer.ts";
import { fieldsOfClaim } from "#app/domain/campaign/claims/claim-form.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { gapsOfClaim, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

/** Reads the id in the address; null for a new claim. */
export function claimIdOf(params: { claim?: string | undefined }): number | null {
  if (params.claim === "new") return null;
  if (!/^\d{1,15}$/.test(params.claim ?? "")) throw notFound();
  return Number(params.claim);
}

export async function load(args: LoaderFunctionArgs) {
  const id = claimIdOf(args.params);
  const { campaign } = await requireCampaign(args, id === null ? "write" : "view");
  const claim = id === null ? null : await findEditedClaim(args.context.db, campaign.id, id);
  if (id !== null && !claim) throw notFound();
  const fields: Record<string, string> = claim ? fieldsOfClaim(claim.draft ?? claim.live) : {};
  return {
    slug: campaign.slug,
    claim,
    fields,
    gaps: claim ? gapsOfClaim(await readOtherLanguages(args.context.db, campaign.id), claim) : [],
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type ClaimPage = ReturnType<typeof useLoaderData<typeof load>>;
