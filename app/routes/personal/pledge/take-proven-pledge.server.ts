import { z } from "zod";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import {
  answersOf,
  pledgeConsentsOf,
  pledgeRepeatable,
  provenPledgeFormOf,
} from "#app/domain/entries/pledges/pledge-form.ts";
import { type ProvenOutcome, pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { asksAgain, readBody, readFields } from "#app/http/form.server.ts";
import { formAgain, type PledgeView, readStep, withSharesInOneField } from "#app/http/pledge-post.server.ts";
import { type ActionFunctionArgs, data } from "#app/http/remix.server.ts";
import { limitRate, seeOther } from "#app/http/respond.server.ts";
import { thanksPath } from "#app/http/thanks-path.server.ts";
import { openLink } from "./open-link.server.ts";
import { readPage } from "./read-page.server.ts";

/** What may have been typed into a form that cannot be taken now. */
const Typed = z.object({ company: z.string().optional(), comment: z.string().optional() });
const Choosing = z.object({
  company: z.string().optional(),
  meeting_year: z.string().optional(),
  step: z.string().optional(),
});

/** Takes a pledge like the public form, from a link's owner: it is in force at once. */
export async function takeProvenPledge({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const now = new Date();
  const body = withSharesInOneField(await readBody(request), context.locale);
  const { company, meeting_year: year, step: asks } = readFields(body, Choosing).values;
  const named = { slug: textIn(company), year: textIn(year) };
  const link = await openLink(context, params, now, named);
  // In a campaign about several companies, the page is about the one in the form.
  const several = link.campaign.companies.length > 1;
  const page = several ? await readPage(context, params, { isPosted: true, ...named }, now) : null;
  const answer = (view: PledgeView, status: number, alreadyPledged = false) =>
    data({ view, alreadyPledged, page }, { status });
  if (asks === "company" && page?.outcome === "asks") return answer(page.view, 200);
  if (link.outcome === "open" && !link.company) {
    const errors = [{ field: "company", code: "company-unknown" }];
    return answer({ at: "first", values: readFields(body, Typed).values, errors }, 422);
  }
  const { meeting = null, signing } = link.outcome === "open" ? link : {};
  if (link.outcome !== "open" || signing?.outcome !== "open" || meeting === null || isOver(meeting, now)) {
    const { values } = readFields(body, Typed);
    return answer({ at: "first", values, errors: [] }, 410);
  }

  const schema = provenPledgeFormOf(meeting, now, context.locale);
  const step = readStep({ url: request.url, body }, schema);
  if (step) return answer(step, step.at === "first" && step.errors.length > 0 ? 422 : 200);
  const form = readFields(body, schema, pledgeRepeatable);
  const asked = asksAgain(request);
  if (asked) {
    const errors = asked === "corrected" && !form.ok ? form.errors : [];
    return answer(formAgain(form, errors), errors.length > 0 ? 422 : 200);
  }
  if (!form.ok) return answer(formAgain(form, form.errors), 422);

  const { env, db, locale } = context;
  const answered = { answers: answersOf(form.value), consents: pledgeConsentsOf(form.value), locale };
  const about = {
    supporterPublicId: link.subject,
    campaign: { id: link.campaign.id },
    meetingId: meeting.id,
    onlyNewFrom: link.changes ? null : link.issuedAt,
  };
  let result: ProvenOutcome;
  try {
    result = await pledgeProven(db, env.keys, { ...about, ...answered }, now);
  } catch (error) {
    context.log.error({ err: error, requestId: context.requestId }, "a pledge could not be stored");
    return answer(formAgain(form, [{ field: "form", code: "unavailable" }]), 503);
  }
  if (result.outcome === "too-many-today")
    return answer(formAgain(form, [{ field: "form", code: "too-many-today" }]), 429);
  context.wakeMail();
  if (result.outcome === "already-pledged") return answer(formAgain(form, []), 409, true);
  if (!("publicId" in result)) return answer(formAgain(form, []), 410);
  // Only a link that changes a pledge leads to another such link.
  const path = link.changes
    ? thanksPath(env.keys, "thanks-pledge", result.publicId, now, { until: link.expiresAt })
    : thanksPath(env.keys, "thanks-new-pledge", result.publicId, now);
  return seeOther(context, path);
}

const textIn = (value: unknown) => (typeof value === "string" ? value : undefined);

const isOver = (meeting: Parameters<typeof pledgeStage>[0], now: Date) =>
  pledgeStage(meeting, now) === "outcome";
