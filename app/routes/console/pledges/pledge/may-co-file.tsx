import type { Assessment } from "#app/domain/entries/pledges/co-filing/assess.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { useLaw } from "#app/ui/console/law.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Says whether this holder alone may qualify to co-file, by what they said; nothing without a rule. */
export function MayCoFile({ assessment, company }: { assessment: Assessment; company: string }) {
  const { mayCoFile: say } = useWords().pledgeList.one;
  const locale = useLocale();
  const { rule } = useLaw(company);
  if (rule === null) return null;
  return (
    <div className="may">
      <h3>{say.heading(rule)}</h3>
      <p>
        <b>{answerOf()}</b>
      </p>
      <p className="small muted">
        {assessment.outcome !== "cannot-tell" && `${say.basis} `}
        {assessment.checked ? say.checked : say.notChecked}
      </p>
    </div>
  );

  function answerOf(): string {
    const tierOf = ({ atLeast, years }: { atLeast: string; years: number }) =>
      say.tier(formatNumber(locale, BigInt(atLeast)), years);
    switch (assessment.outcome) {
      case "may-qualify-now":
        return say.now(tierOf(assessment.tier));
      case "may-qualify-from":
        return say.from(formatDate(locale, assessment.day), tierOf(assessment.tier));
      case "not-yet":
        return say.notYet(tierOf(assessment.tier));
      case "cannot-tell":
        return say.cannot[assessment.why];
    }
  }
}
