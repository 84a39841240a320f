import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { openFormPath } from "#app/domain/entries/known-path.server.ts";
import { votedPath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { hasReportedOutcome } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import type { PledgeWithHolding } from "#app/domain/entries/pledges/queries.server.ts";
import { sharesAsTyped } from "#app/domain/entries/pledges/read-shares.ts";
import type { TypedValues } from "#app/http/form.server.ts";
import { formAgain, type PledgeView } from "#app/http/pledge-post.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { notFound, seeOther } from "#app/http/respond.server.ts";
import { type Locale, words } from "#app/i18n/index.ts";
import { type Named, openLink, type Params } from "./open-link.server.ts";

/** Reads the page where a known person makes or changes a pledge for what a post or link names. */
export async function readPage(
  context: AppLoadContext,
  params: Params,
  { isPosted, ...named }: { isPosted: boolean } & Named,
  now: Date,
) {
  const { env, locale } = context;
  const link = await openLink(context, params, now, named);
  const pledgeWords = words(locale).pledge;
  const page = { campaign: link.campaign, examples: env.localMode, now, token: params.token ?? "" };
  if (link.outcome !== "open") {
    // A returned form keeps what was typed.
    if (!isPosted) {
      if (link.outcome !== "expired" || link.changes) throw notFound();
      throw seeOther(context, openFormPath("pledge", link.campaign.slug));
    }
    const title = link.outcome === "expired" ? pledgeWords.known.expiredTitle : pledgeWords.known.goneTitle;
    return { ...page, outcome: link.outcome, title };
  }
  const { person, company, meeting, meetings, signing, pledged, agreed, changes } = link;
  const several = link.campaign.companies.length > 1;
  if (several && !isPosted) return { ...page, outcome: "which" as const, title: pledgeWords.title };
  const { name, email } = person;
  const known = { name, email, pledged: pledged !== null, agreed };
  const title = pledged ? pledgeWords.known.title : pledgeWords.title;
  if (!meeting || signing.outcome !== "open")
    return { ...page, outcome: "not-taken" as const, title, signing };
  if (pledgeStage(meeting, now) === "outcome") {
    const about = { on: meeting.meetingOn, year: meeting.year };
    const voted = pledged && votedPath(env.keys, { publicId: pledged.publicId, meeting: about }, now);
    return { ...page, outcome: "over" as const, title: pledgeWords.over.title(meeting.year), voted, changes };
  }
  if (pledged && hasReportedOutcome(pledged)) {
    const about = { on: meeting.meetingOn, year: meeting.year };
    const voted = votedPath(env.keys, { publicId: pledged.publicId, meeting: about }, now);
    return { ...page, outcome: "told" as const, title: pledgeWords.told.title, voted };
  }
  const contact = {
    ...(agreed.includes("contact_cofile") && { consent_contact: "on" }),
    ...(several && company && { company: company.slug }),
  };
  const view = pledged
    ? formAgain({ values: { ...valuesOf(pledged, locale), ...contact } }, [])
    : ({ at: "first", values: contact, errors: [] } satisfies PledgeView);
  return { ...page, outcome: "asks" as const, title, meeting, meetings, known, view };
}

/** Fills the form from a pledge, for its holder to change. Unanswered questions stay unanswered. */
function valuesOf(pledge: PledgeWithHolding, locale: Locale): TypedValues {
  const { kind, holdingForm, holding } = pledge;
  const answers: Record<string, string | null> = {
    kind,
    holding_form: holdingForm,
    shares: holding && sharesAsTyped(holding, locale),
    held_since_month: pledge.heldSinceMonth,
    tenure_bucket: pledge.tenureBucket,
    held_on_record_date: pledge.heldOnRecordDate === "not_applicable" ? null : pledge.heldOnRecordDate,
    standing_instruction: pledge.standingInstruction === "unsure" ? null : pledge.standingInstruction,
    fund_manager: pledge.fundManager,
    comment: pledge.comment,
    display: pledge.display,
    ...Object.fromEntries(
      pledge.intentions.map(({ item, intention }) => [
        item === null ? "intention" : `intention_${item}`,
        intention,
      ]),
    ),
  };
  const answered = Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== null);
  return {
    ...Object.fromEntries(answered),
    account_flags: [...pledge.accountFlags],
    willing: [...pledge.willing],
  };
}
