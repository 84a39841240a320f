import type { Refusal } from "#app/domain/upkeep/refusals/refusal.ts";
import { network } from "./client-address.ts";
import type { AppLoadContext } from "./remix.server.ts";

type Noted = Pick<Refusal, "why"> & Partial<Pick<Refusal, "organizerId" | "campaign" | "page">>;

/** What was noted of each request: the parts of one page are refused one by one, but count once. */
const notedOf = new WeakMap<AppLoadContext, Set<string>>();
const isSlug = (campaign: string) => /^[a-z0-9-]{3,64}$/.test(campaign);

/** Notes that this client was refused. Takes too little time to show in the answer. */
export function noteRefusal(context: AppLoadContext, noted: Noted): void {
  const { why, organizerId = null, page = null } = noted;
  const before = notedOf.get(context) ?? new Set();
  if (before.has(why)) return;
  notedOf.set(context, before.add(why));
  const { campaign: asked = null } = noted;
  const campaign = typeof asked === "string" && !isSlug(asked) ? null : asked;
  context.refusals.note({ why, organizerId, campaign, page, network: network(context.clientAddress) });
}

/** Returns the first part of a console path after its campaign: a word of the routes, never typed text. */
export const pageOf = (path: string): string =>
  /^\/organize\/(?:c\/[^/]+\/)?((?!c\/)[a-z-]{1,30})(?=[/.]|$)/.exec(path)?.[1] ?? "overview";

/** Notes a request for something not in their campaign: deleted, mistyped, or another campaign's. */
export function noteMissing(context: AppLoadContext, path: string): void {
  if (!context.opened) return;
  const { organizerId, campaignId: campaign } = context.opened;
  noteRefusal(context, { why: "thing", organizerId, campaign, page: pageOf(path) });
}
