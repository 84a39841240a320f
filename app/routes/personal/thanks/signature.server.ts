import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { byNameTo } from "#app/domain/campaign/company/campaign-companies.ts";
import { findMilestone } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import { findCampaign, readCounts } from "#app/domain/campaign/queries.server.ts";
import { findShareLink } from "#app/domain/campaign/share-links/find-share-link.server.ts";
import { makeShareLink } from "#app/domain/campaign/share-links/share-link.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import { mayShowPersonalData } from "#app/http/may-show-personal-data.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";
import { nextStepOf } from "./next-step.server.ts";

/** Thanks for a signature that is stored and counted, and for no other. */
export async function loadSignature(context: AppLoadContext, opened: OpenedToken, now: Date) {
  const { db, env, locale } = context;
  if (opened.outcome === "invalid") throw notFound();
  const signature = await findSignature(db, opened.subject);
  const campaign =
    signature?.state === "confirmed" ? await findCampaign(db, signature.campaign, locale) : null;
  if (!signature || !campaign) throw notFound();

  const { thanks } = words(locale).personal;
  const fresh = await mayShowPersonalData(db, opened, signature);
  const { signatures } = await readCounts(db, campaign.id);
  const { receiptCode: code, petitionVersion: version, signedAt } = signature;
  return {
    about: "signature" as const,
    campaign,
    now,
    name: fresh ? signature.name : null,
    receipt: fresh ? { code, version, signedAt } : null,
    agreed: fresh && campaign.companies.length > 1 ? await agreedIn(db, signature, campaign) : null,
    next: fresh ? await nextStepOf(context, signature, now) : null,
    own: fresh ? await findShareLink(db, signature) : null,
    examples: env.localMode,
    count: null,
    signatures,
    milestone: await findMilestone(db, campaign.id, signatures),
    shareUrl: `${env.appUrl}${localizedPath(locale, `/c/${campaign.slug}`)}`,
    title: fresh ? thanks.title : thanks.expiredTitle,
  };
}

/** The consents in a campaign about several companies, each of which may or may not get their name. */
async function agreedIn(
  db: AppLoadContext["db"],
  { supporterId }: { supporterId: number },
  { id, companies }: Campaign,
) {
  const { purposes, nameTo } = await readAgreed(db, supporterId, id);
  return { updates: purposes.includes("updates"), ...byNameTo(companies, nameTo) };
}

/** Makes a personal share link for the holder of a thanks link no older than a day. */
export async function makeOwnLink({ db }: AppLoadContext, opened: OpenedToken): Promise<boolean> {
  if (opened.outcome === "invalid") return false;
  const signature = await findSignature(db, opened.subject);
  if (!signature || !(await mayShowPersonalData(db, opened, signature))) return false;
  return makeShareLink(db, signature);
}
