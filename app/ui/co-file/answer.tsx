import type { ReactNode } from "react";
import type { CoFilingTier } from "#app/domain/campaign/meetings/meeting.ts";
import type { Assessment } from "#app/domain/entries/pledges/co-filing/assess.ts";
import type { TenureBucket } from "#app/domain/entries/pledges/pledge.ts";
import { formatDollars } from "#app/i18n/index.ts";
import { formatMonth } from "#app/i18n/known-date.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatDay, formatDecimal } from "./format.ts";

export type AnswerProps = {
  assessment: Assessment;
  /** `YYYY-MM`, as entered. */
  heldSinceMonth: string | null;
  tenureBucket: TenureBucket | null;
  /** The rule's name in this language. */
  rule: string;
};

/** Shows what a holder may do and from when, and what it was computed from. */
export function Answer(props: AnswerProps) {
  const { assessment } = props;
  const { answer } = useWords().coFile;
  const { heading, text } = useSaying(assessment, props.rule);
  const tells = assessment.outcome !== "cannot-tell";
  const isRough = assessment.sharesOfRange || assessment.tenureOfRange;
  return (
    <section className="verdict" id="answer" aria-labelledby="verdict">
      <h2 id="verdict">{heading}</h2>
      <p>{text}</p>
      {isRough && assessment.outcome === "may-qualify-from" && <p>{answer.narrower}</p>}
      <h3>{answer.counted}</h3>
      <DefinitionList items={useCounted(props)} />
      {tells && <p className="small muted">{answer.strongest}</p>}
    </section>
  );
}

function useSaying(assessment: Assessment, rule: string): { heading: string; text: string } {
  const { answer, tier: tierWords } = useWords().coFile;
  const locale = useLocale();
  const tierOf = ({ atLeast, years }: CoFilingTier) => tierWords(formatDollars(locale, atLeast), years);
  switch (assessment.outcome) {
    case "may-qualify-now":
      return { heading: answer.now, text: answer.nowText(tierOf(assessment.tier), rule) };
    case "may-qualify-from":
      return {
        heading: answer.from(formatDay(locale, assessment.day)),
        text: answer.fromText(tierOf(assessment.tier), rule),
      };
    case "not-yet":
      return {
        heading: answer.below,
        text: answer.belowText(
          tierOf(assessment.tier),
          formatDecimal(locale, assessment.sharesNeeded),
          Number(assessment.sharesNeeded),
        ),
      };
    case "cannot-tell":
      return {
        heading: answer.cannot,
        text:
          "tier" in assessment
            ? answer.why[assessment.why](tierOf(assessment.tier))
            : answer.why[assessment.why],
      };
  }
}

function useCounted({ assessment, heldSinceMonth, tenureBucket }: AnswerProps) {
  const { coFile, pledge } = useWords();
  const { answer } = coFile;
  const locale = useLocale();
  const { price, value, ruleAsOf } = assessment;
  const shares = formatDecimal(locale, assessment.shares);
  const items: { term: string; detail: ReactNode }[] = [
    { term: answer.shares, detail: assessment.sharesOfRange ? answer.lowerEnd(shares) : shares },
  ];
  if (price) {
    const dollars = formatDollars(locale, price.dollars);
    const dated = price.asOf
      ? answer.priceOf(dollars, formatDay(locale, price.asOf))
      : answer.priceUndated(dollars);
    items.push({ term: answer.price, detail: price.own ? answer.ownPrice(dollars) : dated });
  }
  if (value) items.push({ term: answer.value, detail: formatDollars(locale, value) });
  if (heldSinceMonth)
    items.push({ term: answer.since, detail: answer.endOf(formatMonth(locale, heldSinceMonth)) });
  else if (tenureBucket === null || tenureBucket === "unsure")
    items.push({ term: answer.since, detail: answer.notSaid });
  else items.push({ term: answer.since, detail: answer.rough(pledge.second.tenures[tenureBucket]) });
  if (assessment.outcome !== "cannot-tell" || assessment.why !== "no-rule")
    items.push({
      term: answer.rule,
      detail: ruleAsOf ? answer.ruleOf(formatDay(locale, ruleAsOf)) : answer.ruleUndated,
    });
  const notChecked = price?.own ? answer.notCheckedOwn : answer.notChecked;
  const checked = assessment.checked ? answer.isChecked : <b>{notChecked}</b>;
  return [...items, { term: answer.checked, detail: checked }];
}
