import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { nextGoal, percentOf } from "#app/domain/campaign/campaign.ts";
import type { Milestone } from "#app/domain/campaign/milestones/milestone.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { pluralForms } from "#app/i18n/plural-forms.ts";
import { useLocale, useWords } from "./locale.tsx";

type CountProps = { campaign: { slug: string; goalSteps: readonly number[] }; signatures: number };

/** Shows the count as number, next goal and bar. `/count.js` updates it, in every plural form. */
export function Count({ campaign, signatures }: CountProps) {
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
      <p className="small muted">
        {common.count.nextStep} <span data-goal="">{formatNumber(locale, goal)}</span>
      </p>
      <svg className="goal" aria-hidden="true">
        <rect className="track" y="1" width="100%" height="2" />
        <rect className="done" width={percentOf(goal, signatures)} height="4" />
      </svg>
    </div>
  );
}

type CountNotesProps = {
  signatures: number;
  /** When the count was read; printed as a day. */
  asOf?: Date | undefined;
  /** The last round number reached. */
  milestone?: Milestone | null;
  /** Of the company's exchange, whose days these are. */
  zone: string;
};

/** Says of which day the count is, and the last milestone. */
export function CountNotes({ signatures, asOf, milestone, zone }: CountNotesProps) {
  const { count } = useWords().common;
  const locale = useLocale();
  const day = (at: Date) => formatDate(locale, dayInZone(zone, at));
  return (
    <p>
      {asOf && signatures > 0 && count.confirmedOn(day(asOf))}{" "}
      {milestone && count.milestone(formatNumber(locale, milestone.signatures), day(milestone.reachedAt))}
    </p>
  );
}
