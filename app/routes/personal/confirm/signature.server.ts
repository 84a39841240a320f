import { byNameTo } from "#app/domain/campaign/company/campaign-companies.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { confirmPath } from "#app/domain/entries/confirm-path.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { findNewerForm } from "#app/domain/entries/signatures/signature-forms.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";

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
