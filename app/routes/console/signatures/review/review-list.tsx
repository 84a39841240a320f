import type { ListedReview, ReviewFilter } from "#app/domain/review/list-reviews.server.ts";
import { invalidatedADay, reviewDecisions, stateAfterReview } from "#app/domain/review/review.ts";
import { countryName, type Locale, type Words } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import type { DecisionAnswer } from "#app/ui/console/decision.ts";
import { DecisionList, type DecisionRow } from "#app/ui/console/decision-list.tsx";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link, type useFetcher } from "#app/ui/remix.ts";
import { reviewAddress } from "./read-filter.ts";

type ReviewListProps = {
  reviews: readonly ListedReview[];
  filter: ReviewFilter;
  lastDecision: DecisionAnswer;
  decide: ReturnType<typeof useFetcher<DecisionAnswer>>;
};

const keyOf = { keep: "y", invalidate: "n" } as const;

/** Lists one state's signatures, to decide about several at once. */
export function ReviewList({ reviews, filter, lastDecision, decide }: ReviewListProps) {
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
