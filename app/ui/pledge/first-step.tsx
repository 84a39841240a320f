import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
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
const own = ["name", "email", "country", "way", "step", "helped", "kind", "email_choice"];

type FirstStepProps = {
  action: string;
  meeting: Pick<Meeting, "jurisdiction">;
  state: FormState;
  /** False for people whose link says who they are. */
  asksPerson: boolean;
};

/** Asks how shares are held, and by whom. */
export function FirstStep({ action, meeting, state, asksPerson }: FirstStepProps) {
  const { first, ways } = useWords().pledge;
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
      <Button variant="act" wide>
        {first.button}
      </Button>
      <FormInOtherLanguages action={action} always />
    </form>
  );
}
