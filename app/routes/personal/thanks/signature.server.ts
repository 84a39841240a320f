import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { findMilestone } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import { findCampaign, readCounts } from "#app/domain/campaign/queries.server.ts";
import { findShareLink } from "#app/domain/campaign/share-links/find-share-link.server.ts";
import { makeShareLink } from "#app/domain/campaign/share-links/make-share-link.server.ts";
import { hasPledged } from "#app/domain/entries/pledges/find-in-force.server.ts";
import { pledgePath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";

/** Says thank you for a signature that is stored and counted, and for no other. */
export async function loadSignature(context: AppLoadContext, opened: OpenedToken, now: Date) {
  const { db, env, locale } = context;
  if (opened.outcome === "invalid") throw notFound();
  const signature = await findSignature(db, opened.subject);
  const campaign =
    signature?.state === "confirmed" ? await findCampaign(db, signature.campaign, locale) : null;
  if (!signature || !campaign) throw notFound();

  const { thanks } = words(locale).personal;
  const fresh = opened.outcome === "valid";
  const { signatures } = await readCounts(db, campaign.id);
  const { receiptCode: code, petitionVersion: version, signedAt } = signature;
  return {
    about: "signature" as const,
    campaign,
    receipt: fresh ? { code, version, signedAt } : null,
    pledge: fresh ? await findPledgeForm(context, signature, now) : null,
    own: fresh ? await findShareLink(db, signature) : null,
    examples: env.localMode,
    signatures,
    milestone: await findMilestone(db, campaign.id, signatures),
    shareUrl: `${env.appUrl}${localizedPath(locale, `/c/${campaign.slug}`)}`,
    title: fresh ? thanks.title : thanks.expiredTitle,
  };
}

/** Makes a link of their own for the holder of a thanks link that is not older than a day. */
export async function makeOwnLink({ db }: AppLoadContext, opened: OpenedToken): Promise<boolean> {
  const signature = opened.outcome === "valid" ? await findSignature(db, opened.subject) : null;
  return signature !== null && makeShareLink(db, signature);
}

type Signer = { supporterId: number; supporterPublicId: string; campaignId: number; campaign: string };

/** Where the signer may pledge without being asked again who they are; null where they have, or nobody can. */
async function findPledgeForm({ db, env, locale }: AppLoadContext, signer: Signer, now: Date) {
  const meeting = await findPledgeMeeting(db, signer.campaignId);
  if (!meeting || pledgeStage(meeting, now) === "outcome") return null;
  if (await hasPledged(db, { ...signer, meetingId: meeting.id })) return null;
  return { path: localizedPath(locale, pledgePath(env.keys, signer, now, 24)), year: meeting.year };
}
