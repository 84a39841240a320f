import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { waysUnder } from "#app/domain/entries/pledges/pledge-way.ts";
import { inLaw } from "#app/i18n/in-law.ts";
import { Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Choices } from "./choices.tsx";
import { choiceOf, type FormState } from "./form-state.ts";
import { PersonFields } from "./person-fields.tsx";

/** Fields that the first step asks for or computes. All else that was typed is kept in hidden fields. */
const own = ["meeting_year", "name", "email", "country", "way", "step", "helped", "kind", "email_choice"];

type AskedMeeting = Pick<Meeting, "year" | "zone" | "jurisdiction">;

type FirstStepProps = {
  action: string;
  company: string;
  meeting: AskedMeeting;
  /** All that take pledges. */
  meetings: readonly AskedMeeting[];
  now: Date;
  state: FormState;
  /** False for people whose link says who they are. */
  asksPerson: boolean;
};

/** Asks how shares are held, and by whom; if several meetings take pledges, also for which. */
export function FirstStep({ action, company, meeting, meetings, now, state, asksPerson }: FirstStepProps) {
  const { atWork, first, ways } = useWords().pledge;
  const to = useLocalizedPath();
  const law = profileOf(meeting.jurisdiction);
  const options = waysUnder(law).map((way) => ({
    value: way,
    label: inLaw(ways[way].label, law),
    hint: inLaw(ways[way].hint, law),
  }));
  return (
    <form className="pledge-form" action={to(action)} method="post">
      <p className="stepno">{first.step}</p>
      <input type="hidden" name="step" value="1" />
      <HiddenFields values={state.values} except={own} />
      <WhichMeeting meeting={meeting} meetings={meetings} now={now} />
      <Choices
        {...choiceOf(state, "way")}
        legend={first.way}
        hint={first.wayHint}
        options={options}
        required
      />
      {asksPerson && (
        <fieldset className="ask">
          <legend>{first.person}</legend>
          <PersonFields state={state} />
        </fieldset>
      )}
      <details className="gap">
        <summary>{atWork.heading(company)}</summary>
        <p className="small">{atWork.text(company)}</p>
      </details>
      <Button variant="act" wide>
        {first.button}
      </Button>
      <FormInOtherLanguages action={action} always />
    </form>
  );
}

/** Asks about one of several meetings; of a single one the form carries the year along. */
function WhichMeeting({ meeting, meetings, now }: Pick<FirstStepProps, "meeting" | "meetings" | "now">) {
  const { which } = useWords().pledge.meeting;
  if (meetings.length < 2) return <input type="hidden" name="meeting_year" value={meeting.year} />;
  const hintOf = ({ year, zone }: AskedMeeting) =>
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
