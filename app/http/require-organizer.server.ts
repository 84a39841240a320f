import { mayDo, type OrganizerRight } from "#app/domain/access/organizer.ts";
import { type CampaignOfOrganizer, findCampaignOf } from "#app/domain/access/queries.server.ts";
import { findSession, type Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { isBackgroundRefresh } from "./is-background-refresh.server.ts";
import { noteRefusal, pageOf } from "./note-refusal.server.ts";
import { readCookie, writeReturnPath } from "./organizer-cookies.server.ts";
import { type AppLoadContext, redirect } from "./remix.server.ts";
import { notFound } from "./respond.server.ts";

type Args = { request: Request; context: AppLoadContext };

/** Redirects organizer pages under `/es` to the plain path: they have one language and one address each. */
export function requirePlainPath({ request, context }: Args): void {
  if (context.locale !== "en") throw redirect(new URL(request.url).pathname, 303);
}

/**
 * Returns the session's organizer. If they have or need a second factor (owners and all who may export), it
 * must have been used in this session; otherwise redirects to the page that asks for it.
 */
export async function requireOrganizer(args: Args): Promise<Session> {
  const session = await requireSession(args);
  if (session.second === "ask" || session.second === "enrol") throw redirect("/organize/second-factor", 303);
  return session;
}

/** Returns the session's organizer, with or without a second factor; sends all others to sign in. */
export async function requireSession({ request, context }: Args): Promise<Session> {
  requirePlainPath({ request, context });
  const token = readCookie(context.env, request, "session");
  const session =
    token === null
      ? null
      : await findSession(context.db, token, { unattended: isBackgroundRefresh(request) });
  if (!session) {
    const headers = { "Set-Cookie": writeReturnPath(context.env, request) };
    throw redirect("/sign-in", { status: 303, headers });
  }
  return session;
}

/** Answers 403 to an organizer without the right, and logs it. Every refused console right comes here. */
export function forbidden(
  { request, context }: Args,
  { organizerId, campaign = null }: { organizerId: string; campaign?: number | null },
): Response {
  noteRefusal(context, { why: "right", organizerId, campaign, page: pageOf(new URL(request.url).pathname) });
  context.isForbidden = true;
  return new Response("Forbidden", { status: 403 });
}

type InCampaign = {
  organizer: Session;
  campaign: CampaignOfOrganizer;
  /** For the WHERE clause of every query of the page. */
  scope: { campaignId: number; organizerId: string };
  actor: `organizer:${string}`;
  /** Who acts where, as verbs take it. */
  on: { campaignId: number; actor: `organizer:${string}` };
};

/**
 * Returns the organizer and the path's campaign. 404 for a campaign that is not theirs, as for one that does
 * not exist; 403 if they have none of the rights.
 */
export async function requireCampaign(
  { params, ...args }: Args & { params: { campaign?: string | undefined } },
  right: OrganizerRight | readonly OrganizerRight[],
): Promise<InCampaign> {
  const organizer = await requireOrganizer(args);
  const { organizerId } = organizer;
  const slug = params.campaign ?? "";
  const campaign = await findCampaignOf(args.context.db, slug, organizerId);
  if (!campaign) {
    noteRefusal(args.context, { why: "campaign", organizerId, campaign: slug });
    throw notFound();
  }
  if (![right].flat().some((each) => mayDo(campaign, each)))
    throw forbidden(args, { organizerId, campaign: campaign.id });
  const { id: campaignId } = campaign;
  args.context.opened = { organizerId, campaignId };
  const actor = `organizer:${organizerId}` as const;
  return { organizer, campaign, scope: { campaignId, organizerId }, actor, on: { campaignId, actor } };
}
