import { z } from "zod";
import { chooseSpelling } from "#app/domain/base/choose-spelling.ts";
import { companyNamed } from "#app/domain/campaign/company/campaign-companies.ts";
import { type Meeting, meetingNamed, pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import {
  answersOf,
  pledgeConsentsOf,
  pledgeFormOf,
  pledgeRepeatable,
} from "#app/domain/entries/pledges/pledge-form.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { FormContext, PostedForm, TakenForm } from "./context.ts";
import { asksAgain, readFields } from "./form.server.ts";
import { ownInboxPath } from "./inbox-path.server.ts";
import { formAgain, type PledgeView, readStep, withSharesInOneField } from "./pledge-post.server.ts";
import { countEntry, proveEntry } from "./prove-signer.server.ts";

/** What may have been typed into a form that cannot be taken now. */
const Typed = z.object({
  company: z.string().optional(),
  meeting_year: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  comment: z.string().optional(),
});

/** The company and meeting a form is about, and whether the form only chooses the company. */
const Choosing = z.object({
  company: z.string().optional(),
  meeting_year: z.string().optional(),
  step: z.string().optional(),
});

/**
 * Takes a pledge: `step=company`, `step=1` and `step=back` store nothing; any other post is the whole form.
 */
export async function takePledge(
  { params, url, ...posted }: PostedForm,
  context: FormContext,
): Promise<TakenForm<PledgeAnswer>> {
  const now = new Date();
  const body = withSharesInOneField(posted.body, context.locale);
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) return { outcome: "not-found" };
  const { company: named, meeting_year: year, step: asks } = readFields(body, Choosing).values;
  const company = companyNamed(campaign.companies, typeof named === "string" ? named : null);
  if (!company) {
    const errors = [{ field: "company", code: "company-unknown" }];
    return answer({ view: { at: "first", values: readFields(body, Typed).values, errors } }, 422);
  }

  const meetings = await context.listOpenMeetings(campaign.id, company.id);
  const meeting = meetingNamed(meetings, year);
  const signing = readSigning(campaign, context.env.localMode);
  if (signing.outcome !== "open" || meeting === null || pledgeStage(meeting, now) === "outcome") {
    const { values } = readFields(body, Typed);
    const isOver = signing.outcome === "closed" || (signing.outcome === "open" && meetings.length > 0);
    return answer({ view: { at: "first", values, errors: [] } }, isOver ? 410 : 503);
  }

  if (asks === "company")
    return answer({ view: { at: "first", values: readFields(body, Typed).values, errors: [] } }, 200);
  const schema = schemaOf(meeting, now, context.locale);
  const step = readStep({ url, body }, schema);
  if (step) return answer({ view: step }, step.at === "first" && step.errors.length > 0 ? 422 : 200);

  const form = readFields(body, schema, pledgeRepeatable);
  const tooMany = (wait: number) =>
    answer({ view: formAgain(form, [{ field: "form", code: "too-many" }]) }, 429, wait);
  const seconds = await countEntry(context);
  if (seconds > 0) return tooMany(seconds);
  const asked = asksAgain({ url });
  if (asked) {
    const errors = asked === "corrected" && !form.ok ? form.errors : [];
    return answer({ view: formAgain(form, errors) }, errors.length > 0 ? 422 : 200);
  }
  if (!form.ok) return answer({ view: formAgain(form, form.errors) }, 422);

  const spelling = chooseSpelling(form.value);
  if (spelling.outcome === "ask")
    return answer({ view: formAgain(form, []), suggestion: spelling.suggestion }, 422);

  const { name, country } = form.value;
  const pledge = {
    answers: answersOf(form.value),
    consents: pledgeConsentsOf(form.value),
    locale: context.locale,
  };
  const input = {
    campaign: { id: campaign.id },
    meetingId: meeting.id,
    name,
    country,
    email: spelling.email,
  };
  try {
    const { canonical: email } = spelling.email;
    const proved = await proveEntry(context, { campaignId: campaign.id, email, body });
    if (proved)
      return "wait" in proved ? tooMany(proved.wait) : answer({ view: formAgain(form, []), ...proved }, 422);
    const whole = { ...input, ...pledge };
    await storeForm(context.db, context.env.keys, { kind: "pledge", input: whole, companyId: company.id });
  } catch (error) {
    context.log.error({ err: error, requestId: context.requestId }, "a pledge could not be stored");
    const unavailable = formAgain(form, [{ field: "form", code: "unavailable" }]);
    return answer({ view: unavailable }, 503, 60);
  }
  const typed = { kind: "pledge", address: spelling.email.address } as const;
  return { outcome: "done", to: ownInboxPath(context.env.keys, campaign.slug, typed, now) };
}

/** Cached: building a schema is far slower than using it. A meeting's object is replaced every second. */
const schemas = new WeakMap<Meeting, Partial<Record<Locale, ReturnType<typeof pledgeFormOf>>>>();
function schemaOf(meeting: Meeting, now: Date, locale: Locale) {
  const known = schemas.get(meeting) ?? {};
  schemas.set(meeting, known);
  known[locale] ??= pledgeFormOf(meeting, now, locale);
  return known[locale];
}

type Suggestion = { typed: string; meant: string };
type Answer = { view: PledgeView; suggestion?: Suggestion | null; challenge?: string | null };
/** The next page of the flow, or the same again. */
type PledgeAnswer = Required<Answer>;

const answer = (what: Answer, status: number, retryAfter: number | null = null) => ({
  outcome: "page" as const,
  page: { suggestion: null, challenge: null, ...what },
  status,
  retryAfter,
});
