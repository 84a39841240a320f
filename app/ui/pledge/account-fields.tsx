import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { type Meeting, recordDateLikelyPassed } from "#app/domain/campaign/meetings/meeting.ts";
import { accountFlags, standingInstructions } from "#app/domain/entries/pledges/pledge.ts";
import { custodies } from "#app/domain/entries/pledges/pledge-way.ts";
import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Choices } from "./choices.tsx";
import { choiceOf, type FormState } from "./form-state.ts";

type AccountFieldsProps = { state: FormState; meeting: Meeting; now: Date };

/** The hint for before or after the record date; none if the law has no record date. */
function hintOf(meeting: Meeting, now: Date, passed: string, ahead: string): string | undefined {
  if (!profileOf(meeting.jurisdiction).recordDate) return undefined;
  return recordDateLikelyPassed(meeting, now) ? passed : ahead;
}

/** Asks what can cost an account its vote: lent shares. */
export function AccountKind({ state, meeting, now }: AccountFieldsProps) {
  const { second } = useWords().pledge;
  const loans = hintOf(meeting, now, second.loansPassed, second.loans);
  return (
    <>
      <Choices
        {...choiceOf(state, "account_flags")}
        legend={second.account}
        hint={hintOf(meeting, now, second.accountHintPassed, second.accountHint)}
        options={accountFlags.map((flag) => ({ value: flag, label: second.flags[flag] }))}
        several
        inRow
      />
      {loans && <LearnMore about={second.aboutLoans}>{loans}</LearnMore>}
    </>
  );
}

/** Asks whether the custodian has standing voting instructions. */
export function StandingInstruction({ state }: { state: FormState }) {
  const { second } = useWords().pledge;
  return (
    <Choices
      {...choiceOf(state, "standing_instruction")}
      legend={second.standing}
      hint={second.standingHint}
      options={standingInstructions.map((value) => ({ value, label: second.standings[value] }))}
      inRow
    />
  );
}

/** Asks where an institution holds shares. */
export function Custody({ state, meeting }: Pick<AccountFieldsProps, "state" | "meeting">) {
  const { second } = useWords().pledge;
  const law = profileOf(meeting.jurisdiction);
  return (
    <Choices
      {...choiceOf(state, "holding_form")}
      legend={second.custody}
      options={custodies.map((value) => ({ value, label: forJurisdiction(second.custodies[value], law) }))}
      required
    />
  );
}

/** Asks if an institution's shares are lent. */
export function LentOut({ state, meeting, now }: AccountFieldsProps) {
  const { second } = useWords().pledge;
  const lent = ["lending", "unsure"] as const;
  return (
    <Choices
      {...choiceOf(state, "account_flags")}
      legend={second.lent}
      hint={hintOf(meeting, now, second.lentHintPassed, second.lentHint)}
      options={lent.map((flag) => ({ value: flag, label: second.flagsOfInstitution[flag] }))}
      several
      inRow
    />
  );
}
