import { nextGoal, percentOf } from "#app/domain/campaign/campaign.ts";
import type { Milestone } from "#app/domain/campaign/milestones/milestone.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { pluralForms } from "#app/i18n/plural-forms.ts";
import { useLocale, useWords } from "./locale.tsx";

type CountProps = {
  campaign: { slug: string; goalSteps: readonly number[] };
  signatures: number;
  /** When the count was read; printed as a day. Without it only the next goal is named. */
  asOf?: Date | undefined;
  /** The last round number reached. */
  milestone?: Milestone | null;
};

/** Shows the count as number, bar and sentence. `/count.js` updates it, in every plural form. */
export function Count({ campaign, signatures, asOf, milestone }: CountProps) {
  const { common } = useWords();
  const locale = useLocale();
  const goal = nextGoal(campaign.goalSteps, signatures);
  return (
    <div
      className="tally"
      data-count={`/c/${campaign.slug}/count.json`}
      data-steps={campaign.goalSteps.join(" ")}
      {...pluralForms(locale, common.count.people)}
    >
      <p className="count">
        <b data-signatures="">{signatures > 0 && formatNumber(locale, signatures)}</b>{" "}
        <span data-people="">{signatures > 0 ? common.count.people(signatures) : common.count.none}</span>
      </p>
      <svg className="goal" aria-hidden="true">
        <rect className="track" y="1" width="100%" height="2" />
        <rect className="done" width={percentOf(goal, signatures)} height="4" />
      </svg>
      <p className="small muted">
        {asOf && signatures > 0 && `${common.count.confirmedOn(formatDate(locale, asOf))} `}
        {common.count.nextStep} <span data-goal="">{formatNumber(locale, goal)}</span>.
      </p>
      {milestone && (
        <p className="small muted">
          {common.count.milestone(
            formatNumber(locale, milestone.signatures),
            formatDate(locale, milestone.reachedAt),
          )}
        </p>
      )}
    </div>
  );
}
