import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { fundLetterParagraphs, type LetterCampaign } from "#app/domain/entries/pledges/fund-letter.ts";
import { maxFundManagerLength } from "#app/domain/entries/pledges/pledge.ts";
import { managerNamed, votingChoicePrograms } from "#app/domain/entries/pledges/pledge-way.ts";
import { TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Choices } from "./choices.tsx";
import { choiceOf, type FormState, lineOf, typed } from "./form-state.ts";
import { HowProgramsKnown } from "./voting-choice.tsx";

type FundActionProps = {
  company: string;
  campaign: LetterCampaign;
  meeting: Meeting;
  now: Date;
  state: FormState;
  name: string;
};

/** Asks a fund's holder for the manager, with what each lets them choose, and shows the letter to it. */
export function FundAction({ company, campaign, meeting, now, state, name }: FundActionProps) {
  const { fund } = useWords().pledge;
  const locale = useLocale();
  const field = lineOf(state, "fund_manager");
  const named = field.error ? null : field.defaultValue.trim() || null;
  const manager = named ?? managerNamed(typed(state, "manager"));
  const { latestVote = null } = meeting;
  const letter = { company, manager, name: name || `[${fund.yourName}]`, campaign, latestVote };
  const { unitedStates } = profileOf(meeting.jurisdiction);
  return (
    <div className="fund">
      <p className="prose">{fund.explain(company)}</p>
      {unitedStates && (
        <>
          <Choices
            {...choiceOf(state, "manager")}
            legend={fund.manager}
            hint={fund.managerHint}
            options={[
              ...votingChoicePrograms.map(({ id, name }) => ({
                value: id,
                label: name,
                hint: fund.programs.covers[id],
              })),
              { value: "other", label: fund.otherManager },
            ]}
          />
          <HowProgramsKnown now={now} />
        </>
      )}
      <div className="ask">
        <TextInput
          {...field}
          label={unitedStates ? fund.managerName : fund.manager}
          hint={fund.managerNameHint}
          maxLength={maxFundManagerLength}
          autoComplete="off"
          optional
        />
      </div>
      <p className="gap">{fund.write}</p>
      <details>
        <summary>{fund.letterLabel}</summary>
        <section className="letter-draft" aria-label={fund.letterLabel}>
          {fundLetterParagraphs(locale, letter).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      </details>
    </div>
  );
}
