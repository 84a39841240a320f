import { z } from "zod";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { areManyToInvalidate, decideReviews, undoReviews } from "#app/domain/review/decide-reviews.server.ts";
import {
  countReviews,
  type ListedReview,
  listReviews,
  type ReviewFilter,
} from "#app/domain/review/list-reviews.server.ts";
import {
  invalidatedADay,
  type ReviewDecision,
  reviewDecisions,
  reviewStates,
  reviewsPerPage,
  reviewUndoMinutes,
  stateAfterReview,
} from "#app/domain/review/review.ts";
import { reviewReasons } from "#app/domain/review/scoring/signal.ts";
import { answerDecision, readDecision, refuseDecision } from "#app/http/answer-decision.server.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { countryName, formatNumber, type Locale, type Words } from "#app/i18n/index.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import type { DecisionAnswer } from "#app/ui/console/decision.ts";
import { DecisionList, type DecisionRow } from "#app/ui/console/decision-list.tsx";
import { DecisionPages } from "#app/ui/console/decision-pages.tsx";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { StateTabs } from "#app/ui/console/state-tabs.tsx";
import { Select } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useFetcher, useLoaderData } from "#app/ui/remix.ts";
import packStyles from "#app/ui/styles/console-packs.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: packStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requireCampaign(args, "review");
  const { db } = args.context;
  const search = new URL(args.request.url).searchParams;
  const filter = readFilter(search);
  const [counts, page] = await Promise.all([countReviews(db, scope), listReviews(db, scope, filter)]);
  await noteListView(db, scope, {
    list: "review",
    rows: page.reviews.length,
    filter: { state: filter.state },
  });
  const done = readDecision(search, reviewDecisions, reviewUndoMinutes);
  return { filter, counts, ...page, done };
}

/** What a decision did; `proof`: the reauthentication needed before many are invalidated. */
type Answered = DecisionAnswer & { proof?: ProofAsked };

/** Decides by the button pressed. The page's script gets the words to show instead of a page. */
export async function action(args: ActionFunctionArgs) {
  const { scope, organizer, actor } = await requireCampaign(args, "review");
  const { request, context } = args;
  const filter = readFilter(new URL(request.url).searchParams);
  const { intent = "", quiet } = await readTyped(request);
  const answer = (done: string, count: number, at: Date | null) =>
    answerDecision(quiet === "on", { done, count, at }, (outcome) => reviewAddress(filter, outcome));

  const decision = reviewDecisions.find((one): one is ReviewDecision => one === intent);
  if (decision) {
    const form = await parseForm(request, Decision, ["review"]);
    if (!form.ok) return refuseDecision("choose-first");
    const { campaignId } = scope;
    const many = { ...scope, reviews: form.value.review.length };
    if (decision === "invalidate" && (await areManyToInvalidate(context.db, many))) {
      const asked = await reauthenticate(args, organizer, { kind: "bulk", campaignId });
      if (asked) return asked;
    }
    const decided = await decideReviews(context.db, {
      campaignId,
      actor,
      decision,
      reviews: form.value.review,
    });
    if (decided.tooMany) return refuseDecision("too-many");
    return answer(decision, decided.decided, decided.at);
  }
  if (intent === "undo") {
    const form = await parseForm(request, Undo);
    if (!form.ok) return refuseDecision("unreadable");
    return answer("undone", await undoReviews(context.db, { ...scope, at: new Date(form.value.at) }), null);
  }
  return refuseDecision("unreadable");
}

export const meta: MetaFunction = () => [{ title: "Review · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Review() {
  const { filter, counts, reviews, next, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answered | undefined;
  const decide = useFetcher<Answered>();
  const { review: say } = useWords();
  const locale = useLocale();
  const asked = answer?.proof ?? (answer ? undefined : decide.data?.proof);
  if (asked) return <Reauthenticate asked={asked} />;
  const outcome = decide.data?.proof ? (answer ?? done) : (decide.data ?? answer ?? done);
  const number = (count: number) =>
    count >= counts.atMost ? say.many(counts.atMost) : formatNumber(locale, count);
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        <Link to="bulk">{say.bulk.link}</Link>
      </PageHead>
      <StateTabs
        label={say.tabs}
        tabs={reviewStates.map((state) => ({
          label: say.states[state],
          count: number(counts.states[state]),
          to: reviewAddress({ state, reason: null, after: null }),
          isCurrent: state === filter.state,
        }))}
      />
      {filter.state === "queued" && counts.states.queued > 0 && (
        <Form method="get" className="filters fields compact">
          <Select name="reason" label={say.filter.reason} defaultValue={filter.reason ?? ""}>
            <option value="">{say.filter.any}</option>
            {reviewReasons
              .filter((reason) => counts.reasons[reason] > 0 || reason === filter.reason)
              .map((reason) => (
                <option key={reason} value={reason}>
                  {say.reasons[reason]} ({number(counts.reasons[reason])})
                </option>
              ))}
          </Select>
          <Button variant="plain">{say.filter.show}</Button>
        </Form>
      )}
      <ReviewList
        key={`${filter.state} ${filter.reason} ${filter.after}`}
        reviews={reviews}
        filter={filter}
        lastDecision={outcome}
        decide={decide}
      />
      <DecisionPages
        label={say.tabs}
        first={filter.after && reviewAddress({ ...filter, after: null })}
        next={next && reviewAddress({ ...filter, after: next })}
        say={say}
      />
    </>
  );
}

type ReviewListProps = {
  reviews: readonly ListedReview[];
  filter: ReviewFilter;
  lastDecision: DecisionAnswer;
  decide: ReturnType<typeof useFetcher<DecisionAnswer>>;
};

const keyOf = { keep: "y", invalidate: "n" } as const;

/** Lists one state's signatures, to decide about several at once. */
function ReviewList({ reviews, filter, lastDecision, decide }: ReviewListProps) {
  const { review: say } = useWords();
  const locale = useLocale();
  const decisions = reviewDecisions
    .filter((decision) => stateAfterReview[decision] !== filter.state)
    .map((value) => ({
      value,
      key: keyOf[value],
      label: say.decisions[value],
      hint: say.decisionHints[value],
    }));
  return (
    <DecisionList
      rows={reviews.map((one) => rowOf(one, say, locale))}
      decisions={decisions}
      action={reviewAddress(filter)}
      decide={decide}
      lastDecision={lastDecision}
      say={{ ...say, tooMany: say.tooMany(invalidatedADay) }}
      explains={say.explains[filter.state]}
      empty={<NoReviews filter={filter} />}
    />
  );
}

const rowOf = (one: ListedReview, say: Words["review"], locale: Locale): DecisionRow => ({
  id: one.publicId,
  choose: say.choose(one.name),
  head: <bdi>{one.name}</bdi>,
  beneath: [
    <bdi key="email">{one.email}</bdi>,
    [countryName(locale, one.country), one.source && say.from(one.source), say.score(one.score)]
      .filter(Boolean)
      .join(", "),
    ...(one.decidedAt ? [say.by(one.decidedBy, writeMoment(one.decidedAt))] : []),
  ],
  reasons: one.reasons.map((reason) => say.reasons[reason] ?? reason),
  when: <Moment at={one.signedAt} />,
});

function NoReviews({ filter }: { filter: ReviewFilter }) {
  const { review: say } = useWords();
  const { title, text } = say.empty[filter.state];
  return (
    <Blank title={title} text={text}>
      {(filter.after || filter.reason) && (
        <Link to={reviewAddress({ ...filter, after: null, reason: null })}>{say.first}</Link>
      )}
    </Blank>
  );
}

const Decision = z.object({ review: z.array(z.uuid()).min(1).max(reviewsPerPage) });
const Undo = z.object({ at: z.iso.datetime() });

/** Reads the list's filter in the address. Unreadable values count as not given. */
function readFilter(search: URLSearchParams): ReviewFilter {
  const after = search.get("after");
  return {
    state: reviewStates.find((state) => state === search.get("state")) ?? "queued",
    reason: reviewReasons.find((reason) => reason === search.get("reason")) ?? null,
    after: after && isUuid(after) ? after : null,
  };
}

/** Returns the list's address for a filter, with what was just done. */
function reviewAddress({ state, reason, after }: ReviewFilter, done: Record<string, string> = {}): string {
  const filter = { index: "", state, ...(reason && { reason }), ...(after && { after }) };
  return `?${new URLSearchParams({ ...filter, ...done })}`;
}
