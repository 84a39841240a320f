import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { waysUnder } from "#app/domain/entries/pledges/pledge-way.ts";
import { inLaw } from "#app/i18n/in-law.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";

type FindOutProps = { action: string; meeting: Pick<Meeting, "jurisdiction">; values: TypedValues };

/** Asks how someone holds; each answer leads to its form. */
export function FindOut({ action, meeting, values }: FindOutProps) {
  const { findOut } = useWords().pledge;
  const law = profileOf(meeting.jurisdiction);
  const ways = waysUnder(law);
  const questions = findOut.questions.filter(({ answers }) => answers.some(([way]) => ways.includes(way)));
  const to = useLocalizedPath();
  useAnswerTitle({ says: findOut.title });
  return (
    <>
      <p className="eyebrow">{findOut.eyebrow}</p>
      <h1 className="form">{findOut.title}</h1>
      <p className="standfirst">{findOut.standfirst}</p>
      <form className="pledge-form" action={to(action)} method="post">
        <input type="hidden" name="step" value="1" />
        <input type="hidden" name="helped" value="on" />
        <HiddenFields values={values} except={["way", "step", "helped"]} />
        <ol className="find-out">
          {questions.map(({ ask, means, answers }) => (
            <li key={means}>
              <h2>{inLaw(ask, law)}</h2>
              <p className="hint">{means}</p>
              {answers.map(([way, label]) => (
                <Button key={way} name="way" value={way}>
                  {inLaw(label, law)}
                </Button>
              ))}
            </li>
          ))}
        </ol>
        <Button name="way" value="unsure">
          {findOut.none}
        </Button>
        <FormInOtherLanguages action={action} />
      </form>
    </>
  );
}
