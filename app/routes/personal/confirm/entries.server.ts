import { byNameTo } from "#app/domain/campaign/company/campaign-companies.ts";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { meetingIn, translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { findCampaign, findCampaignOfEntry } from "#app/domain/campaign/queries.server.ts";
import { confirmPath } from "#app/domain/entries/confirm-path.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import { letterParts } from "#app/domain/entries/letters/letter-parts.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { findPledgeInForce } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { pledgeParts } from "#app/domain/entries/pledges/pledge-parts.ts";
import { hasReportedOutcome } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { summarizePledge } from "#app/domain/entries/pledges/pledge-summary.ts";
import { type FoundPledge, findOwnPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { findNewerForm } from "#app/domain/entries/signatures/signature-forms.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

/** Loads the letter that a link confirms, in full, or why it confirms nothing. */
export async function loadLetter({ db, env, locale }: AppLoadContext, opened: Known) {
  const { title } = words(locale).letter.confirm;
  const letter = await findOwnLetter(db, env.keys, opened.subject);
  const campaign = letter && (await findCampaignOfEntry(db, letter, locale));
  const page = { about: "letter" as const, title, campaign, examples: env.localMode };
  if (!letter || !campaign)
    return { ...page, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  if (letter.state === "withdrawn" || letter.state === "refused") return { ...page, outcome: letter.state };
  if (letter.state !== "email_pending") return { ...page, outcome: "confirmed" as const };
  if (opened.outcome === "expired") return { ...page, outcome: "expired" as const };

  const { text, role, display, replyTo, createdAt: writtenAt, email, emailLocale } = letter;
  const updates = letter.agreed.includes("updates");
  const addressee = await findAddressee(db, campaign.id, letter);
  return {
    ...page,
    outcome: "pending" as const,
    addressee,
    letter: { text, role, display, replyTo, updates, writtenAt, email, emailLocale },
    digest: digestParts(letterParts(letter, addressee)),
  };
}

/** Loads what a pledge's link confirms, number of shares included, or why it confirms nothing. */
export async function loadPledge({ db, env, locale }: AppLoadContext, opened: Known, now: Date) {
  const { title } = words(locale).pledgeSummary.confirm;
  const pledge = await findOwnPledge(db, env.keys, opened.subject);
  const campaign = pledge && (await findCampaignOfEntry(db, pledge, locale));
  const fund = pledge?.kind === "fund";
  const page = { about: "pledge" as const, title, campaign, examples: env.localMode, fund };
  if (!pledge || !campaign) {
    return { ...page, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  }
  const ended = endedAs(pledge);
  if (ended) return { ...page, outcome: ended };
  if (opened.outcome === "expired") return { ...page, outcome: "expired" as const };
  if (pledgeStage(pledge.meeting, now) === "outcome") return { ...page, outcome: "too-late" as const };

  const inForce = await findPledgeInForce(db, pledge.publicId);
  if (inForce && hasReportedOutcome(inForce)) return { ...page, outcome: "told" as const };
  const { name, country, agreed, holding, email, locale: language } = pledge;
  const meeting = meetingIn(await translatorFor(db, pledge.campaignId, locale), pledge.meeting);
  return {
    ...page,
    outcome: "pending" as const,
    pledge: summarizePledge({ ...pledge, meeting }, now),
    name,
    country,
    email,
    emailLocale: localeOf(language),
    holding,
    pledgedAt: pledge.attestedAt,
    company: pledge.company,
    agreed: { updates: agreed.includes("updates"), contactCofile: agreed.includes("contact_cofile") },
    replaces: inForce !== null,
    digest: digestParts(pledgeParts(pledge)),
  };
}

/** How a pledge that no longer waits ended; null for one that waits. */
function endedAs({ status, reviewedAt }: FoundPledge) {
  if (status === "email_pending") return null;
  if (status === "active") return "confirmed" as const;
  if (status === "flagged") return reviewedAt === null ? ("in-review" as const) : ("not-accepted" as const);
  return status;
}

/** Loads what a signature's link confirms, or why nothing. */
export async function loadSignature({ db, env, locale }: AppLoadContext, opened: OpenedToken) {
  const { title } = words(locale).personal.confirm;
  const signature = opened.outcome === "invalid" ? null : await findSignature(db, opened.subject, locale);
  const campaign = signature && (await findCampaign(db, signature.campaign, locale));
  const page = { about: "signature" as const, title, campaign, examples: env.localMode };

  if (!signature || !campaign) {
    return { ...page, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  }
  if (signature.state === "invalidated") return { ...page, outcome: "gone" as const };
  if (signature.state !== "pending" && signature.state !== "imported")
    return { ...page, outcome: signature.state };
  if (opened.outcome === "expired") return { ...page, outcome: "expired" as const };

  const {
    supporterId,
    supporterPublicId: _own,
    askedConsents: _asked,
    askedCompanyIds: _companies,
    firstCompanyId: _first,
    locale: language,
    ...rest
  } = signature;
  const signed = { ...rest, emailLocale: localeOf(language) };
  const inForce = await readAgreed(db, supporterId, signature.campaignId);
  const agreed = agreedOnceConfirmed(inForce, signature);
  const digest = digestParts(signatureParts(signature, agreed));
  const newer = opened.outcome === "valid" ? await findNewerForm(db, opened.subject) : null;
  return {
    ...page,
    outcome: "pending" as const,
    signature: signed,
    agreed: { updates: agreed.purposes.includes("updates"), ...byNameTo(campaign.companies, agreed.nameTo) },
    digest,
    newer: newer && { to: confirmPath(env.keys, "confirm", newer), postedAt: newer.createdAt },
  };
}
