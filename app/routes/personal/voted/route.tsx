import { z } from "zod";
import { dayIn } from "#app/domain/base/zone.ts";
import { anyCompany } from "#app/domain/campaign/company/campaign-companies.ts";
import { mayBeOpen } from "#app/domain/campaign/meetings/meeting.ts";
import { votingEndsOn } from "#app/domain/campaign/meetings/voting-ends.ts";
import { findCampaignOfEntry } from "#app/domain/campaign/queries.server.ts";
import { findFundLetter } from "#app/domain/entries/pledges/find-fund-letter.server.ts";
import { findPledgeInForce } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { knownFundOutcomes, knownOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import { type FoundPledge, findPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { remindTomorrow } from "#app/domain/entries/pledges/remind-tomorrow.server.ts";
import {
  outcomesAt,
  reportFundOutcome,
  reportOutcome,
} from "#app/domain/entries/pledges/report-outcome.server.ts";
import { areLinksEnded } from "#app/domain/supporters/person.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { limitRate, notFound } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { openToken } from "#app/lib/token.server.ts";
import { useLocale } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import letters from "#app/ui/styles/letter.css?url";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { Ask, AskFund, NotAsked, Nothing, Thanks, Tomorrow, TooEarly } from "./voted-pages.tsx";

/**
 * Asks how a pledge ended or, for a fund's holder, what came of their letter. Opening the link records
 * nothing: email scanners open links, too.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return load(context, params.token ?? "", new Date());
}

async function load({ db, env, locale }: AppLoadContext, token: string, now: Date) {
  const w = words(locale).pledgeSummary.voted;
  const opened = openToken(env.keys, "voted", token, now);
  if (opened.outcome !== "valid") throw notFound();
  const pledge = await findPledgeInForce(db, opened.subject);
  const known = pledge ?? (await findPledge(db, opened.subject));
  if (!known || (await areLinksEnded(db, known.supporterPublicId, opened.issuedAt))) throw notFound();
  const campaign = await findCampaignOfEntry(db, known, locale);
  const page = { campaign, examples: env.localMode };
  if (!pledge || !campaign)
    return { ...page, outcome: "gone" as const, title: w.goneTitle, fund: known.kind === "fund" };
  const path = localizedPath(locale, `/voted/${token}`);
  const about = { campaign, company: pledge.company, year: pledge.meeting.year, path };
  const letter = await findFundLetter(db, pledge, locale);
  if (letter) {
    const { title } = words(locale).pledgeSummary.fundLetter;
    return {
      ...page,
      ...about,
      outcome: "ask-fund" as const,
      title,
      letter,
      reported: fundOutcomeOf(pledge),
    };
  }
  const answers = outcomesAt(pledge.meeting, now);
  const over = answers.includes("did_not_vote");
  if (answers.length === 0)
    return { ...page, ...about, outcome: "too-early" as const, title: w.tooEarlyTitle };
  if (pledge.heldOnRecordDate === "no")
    return { ...page, ...about, outcome: "not-asked" as const, title: w.notAskedTitle, over };
  const remind = mayBeOpen(pledge.meeting, now) && pledge.reminders && pledge.outcome === "unknown";
  const reported =
    pledge.outcome === "unknown" || pledge.outcomeAt === null
      ? null
      : { outcome: pledge.outcome, at: pledge.outcomeAt };
  const ends = over ? null : votingEndsOn(pledge.meeting, now);
  return {
    ...page,
    ...about,
    outcome: "ask" as const,
    title: w.title,
    reported,
    over,
    answers,
    ends,
    remind,
  };
}

const fundOutcomeOf = ({ fundOutcome, fundOutcomeAt }: FoundPledge) =>
  fundOutcome === "unknown" || fundOutcomeAt === null ? null : { outcome: fundOutcome, at: fundOutcomeAt };

const VotedForm = z.object({ outcome: z.enum([...knownOutcomes, "tomorrow"], "missing") });
const FundLetterForm = z.object({ outcome: z.enum(knownFundOutcomes, "missing") });

/** Records the answer, and says what it is used for. It can be changed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const now = new Date();
  const opened = openToken(context.env.keys, "voted", params.token ?? "", now);
  const pledge = opened.outcome === "valid" ? await findPledge(context.db, opened.subject) : null;
  if (opened.outcome !== "valid" || !pledge) throw notFound();
  if (await areLinksEnded(context.db, pledge.supporterPublicId, opened.issuedAt)) throw notFound();
  if (pledge.kind === "fund") return tellOfLetter(request, context, opened.subject, now);
  const form = await parseForm(request, VotedForm);
  if (!form.ok) return data({ outcome: "unclear" as const }, { status: 422 });
  const { outcome } = form.value;
  if (outcome === "tomorrow") return remind(context, pledge, now);
  const result = await reportOutcome(
    context.db,
    context.env.keys,
    { publicId: opened.subject, outcome },
    now,
  );
  return data(
    { outcome: result.outcome, reported: outcome },
    { status: result.outcome === "recorded" ? 200 : 422 },
  );
}

async function remind({ db }: AppLoadContext, { publicId, country }: FoundPledge, now: Date) {
  const reminder = await remindTomorrow(db, { publicId }, now);
  const dueOn = "dueAt" in reminder ? dayIn(country, reminder.dueAt) : null;
  return data(
    { outcome: "reminder" as const, reminder: reminder.outcome, dueOn },
    { status: dueOn ? 200 : 422 },
  );
}

async function tellOfLetter(request: Request, { db, env }: AppLoadContext, publicId: string, now: Date) {
  const form = await parseForm(request, FundLetterForm);
  if (!form.ok) return data({ outcome: "unclear" as const }, { status: 422 });
  const { outcome: fundOutcome } = form.value;
  const result = await reportFundOutcome(db, env.keys, { publicId, fundOutcome }, now);
  return data(
    { outcome: result.outcome, reportedForLetter: fundOutcome },
    { status: result.outcome === "recorded" ? 200 : 422 },
  );
}

export const links: LinksFunction = () =>
  [personal, pledges, letters].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function Voted() {
  const page = useLoaderData<typeof loader>();
  const locale = useLocale();
  const acted = useActionData<typeof action>();
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {page.outcome === "gone" ? (
        <Nothing company={page.campaign && anyCompany(page.campaign, locale)} fund={page.fund} />
      ) : page.outcome === "ask-fund" ? (
        <AskFund
          {...page}
          recorded={acted && "reportedForLetter" in acted ? acted.reportedForLetter : null}
          refused={acted?.outcome === "unclear"}
        />
      ) : page.outcome === "too-early" ? (
        <TooEarly company={page.company} year={page.year} />
      ) : page.outcome === "not-asked" ? (
        <NotAsked {...page} />
      ) : acted && "reminder" in acted ? (
        <Tomorrow reminder={acted.reminder} dueOn={acted.dueOn} path={page.path} />
      ) : acted?.outcome === "recorded" && "reported" in acted ? (
        <Thanks {...page} reported={acted.reported} />
      ) : (
        <Ask
          {...page}
          refused={acted?.outcome === "unclear" || acted?.outcome === "too-early" ? acted.outcome : null}
        />
      )}
      {page.outcome === "ask-fund" && <script src="/letter.js" defer />}
    </Page>
  );
}
