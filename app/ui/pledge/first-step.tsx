import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { waysUnder } from "#app/domain/entries/pledges/pledge-way.ts";
import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { ErrorText } from "#app/ui/field.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Choices } from "./choices.tsx";
import { choiceOf, type FormState } from "./form-state.ts";
import { MeetingLine } from "./meeting-notice.tsx";

/** Fields that the first step asks for or computes. All else that was typed is kept in hidden fields. */
const own = ["meeting_year", "way", "step", "helped", "kind"];

type FirstStepProps = {
  action: string;
  company: string;
  meeting: Meeting;
  /** All that take pledges. */
  meetings: readonly Meeting[];
  now: Date;
  state: FormState;
};

/** Asks how shares are held, each answer a button; if several meetings take pledges, also for which. */
export function FirstStep({ action, company, meeting, meetings, now, state }: FirstStepProps) {
  const { atWork, first, ways } = useWords().pledge;
  const to = useLocalizedPath();
  const law = profileOf(meeting.jurisdiction);
  const { chosen, error } = choiceOf(state, "way");
  return (
    <form className="pledge-form" action={to(action)} method="post">
      <input type="hidden" name="step" value="1" />
      <HiddenFields values={state.values} except={own} />
      {meetings.length < 2 && <input type="hidden" name="meeting_year" value={meeting.year} />}
      <MeetingLine
        company={company}
        meeting={meeting}
        now={now}
        asks="vote"
        others={meetings.flatMap(({ year }) => (year === meeting.year ? [] : [`${year}`]))}
      >
        {meetings.length > 1 && <WhichMeeting meeting={meeting} meetings={meetings} now={now} />}
      </MeetingLine>
      <p className="stepno">{first.step}</p>
      <fieldset className={error ? "ask bad" : "ask"} aria-describedby={error && "way-error"}>
        <legend>{first.way}</legend>
        <ErrorText name="way" error={error} />
        <div className="ways">
          {waysUnder(law).map((way, index) => {
            const id = index === 0 ? "way" : `way-${way}`;
            return (
              <button
                key={way}
                type="submit"
                id={id}
                name="way"
                value={way}
                aria-labelledby={`${id}-label`}
                aria-describedby={`${id}-about`}
                aria-current={chosen.includes(way) || undefined}
              >
                <span id={`${id}-label`}>{forJurisdiction(ways[way].label, law)}</span>
                <span className="hint" id={`${id}-about`}>
                  {forJurisdiction(ways[way].hint, law)}
                </span>
              </button>
            );
          })}
        </div>
      </fieldset>
      <details className="gap">
        <summary>{atWork.heading(company)}</summary>
        <p className="small">{atWork.text(company)}</p>
      </details>
      <FormInOtherLanguages action={action} always />
    </form>
  );
}

function WhichMeeting({ meeting, meetings, now }: Pick<FirstStepProps, "meeting" | "meetings" | "now">) {
  const { which } = useWords().pledge.meeting;
  const hintOf = ({ year, zone }: Meeting) =>
    year > Number(dayInZone(zone, now).slice(0, 4)) ? which.later : which.running;
  const { recordDate } = profileOf(meeting.jurisdiction);
  return (
    <Choices
      name="meeting_year"
      legend={which.legend}
      chosen={[`${meeting.year}`]}
      options={meetings.map((one) => ({
        value: `${one.year}`,
        label: `${one.year}`,
        ...(recordDate && { hint: hintOf(one) }),
      }))}
      required
    />
  );
}
