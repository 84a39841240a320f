import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { meetingIn, translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { findCampaignOfEntry } from "#app/domain/campaign/queries.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { findPledgeInForce } from "#app/domain/entries/pledges/find-in-force.server.ts";
import { pledgeParts } from "#app/domain/entries/pledges/pledge-parts.ts";
import { hasReportedOutcome } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { summarizePledge } from "#app/domain/entries/pledges/pledge-summary.ts";
import { type FoundPledge, findOwnPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

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
