import { mayDo } from "#app/domain/access/organizer.ts";
import { type SourceToOpen, sourcesToOpen } from "#app/domain/campaign/claims/sources-to-open.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

/** Reads the claim's number in a source's key. */
export const claimOf = ({ searchParams }: URL) =>
  /^(\d{1,15})-\d{1,2}$/.exec(searchParams.get("source") ?? "")?.[1];

/** The source of this key, if it still waits, else the next that does; where the pass ended, none. */
function placeIn(all: readonly SourceToOpen[], key: string | null): number {
  if (key === "end") return -1;
  const from = Math.max(
    0,
    all.findIndex((one) => one.key === key),
  );
  return all.findIndex(({ waits }, n) => waits && n >= from);
}

/** The next source that waits after this place. */
const keyAfter = (all: readonly SourceToOpen[], at: number) =>
  all.find(({ waits }, n) => waits && n > at)?.key ?? "end";

/** Reads one step: the source, and how far the pass is. `of`: sources that waited when it began. */
export async function loadStep(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { searchParams } = new URL(args.request.url);
  const all = sourcesToOpen(await listEditedClaims(args.context.db, campaign.id));
  const at = placeIn(all, searchParams.get("source"));
  const waiting = all.filter(({ waits }) => waits).length;
  const ahead = all.filter(({ waits }, n) => waits && n >= at).length;
  const asked = /^\d{1,3}$/.exec(searchParams.get("of") ?? "");
  const of = Math.max(ahead, asked ? Number(asked[0]) : 0);
  const step = (key: string) => `/organize/c/${campaign.slug}/edit/claims/verify?source=${key}&of=${of}`;
  const current = all[at];
  return {
    slug: campaign.slug,
    current: current && { ...current, number: of - ahead + 1, here: step(current.key) },
    next: step(keyAfter(all, at)),
    of,
    waiting,
    isEnd: searchParams.get("source") === "end",
    mayManage: mayDo(campaign, "manage"),
    done: searchParams.get("done"),
  };
}

/** Leads to the source after the one that was pressed at. */
export async function leadsTo({ request, context }: ActionFunctionArgs, campaignId: number): Promise<string> {
  const { searchParams } = new URL(request.url);
  const key = searchParams.get("source");
  const all = sourcesToOpen(await listEditedClaims(context.db, campaignId));
  const at = all.findIndex((one) => one.key === key);
  const step = new URLSearchParams({ source: keyAfter(all, at), of: searchParams.get("of") ?? "" });
  return `edit/claims/verify?${step}`;
}
