import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { fundLetterParagraphs, type LetterCampaign } from "#app/domain/entries/pledges/fund-letter.ts";
import { fundManagerAtMost } from "#app/domain/entries/pledges/pledge.ts";
import { TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type FormState, lineOf } from "./form-state.ts";
import { VotingChoice } from "./voting-choice.tsx";

type FundActionProps = {
  company: string;
  campaign: LetterCampaign;
  meeting: Meeting;
  now: Date;
  state: FormState;
  name: string;
};

/** Offers a fund's holder what they can do: choose a voting policy, or send the filled-in letter. */
export function FundAction({ company, campaign, meeting, now, state, name }: FundActionProps) {
  const { fund } = useWords().pledge;
  const field = lineOf(state, "fund_manager");
  const manager = field.error ? null : field.defaultValue.trim() || null;
  const { latestVote = null } = meeting;
  const letter = { company, manager, name, campaign, latestVote };
  return (
    <div className="fund">
      <p className="prose">{fund.explain(company)}</p>
      <h2>{fund.policyHeading}</h2>
      <p>{fund.policy}</p>
      {profileOf(meeting.jurisdiction).unitedStates && <VotingChoice now={now} />}
      <h2>{fund.writeHeading}</h2>
      <p>{fund.write}</p>
      <TextInput
        {...field}
        label={fund.manager}
        hint={fund.managerHint}
        maxLength={fundManagerAtMost}
        autoComplete="off"
        optional
      />
      <section className="letter-draft" aria-label={fund.letterLabel}>
        {fundLetterParagraphs(useLocale(), letter).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
    </div>
  );
}
