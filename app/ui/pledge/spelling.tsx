import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { LetterCampaign } from "#app/domain/entries/pledges/fund-letter.ts";
import type { PageCampaign } from "#app/ui/footer.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import { FirstStep } from "./first-step.tsx";
import type { FlowView } from "./flow.tsx";
import { PledgePage } from "./pledge-page.tsx";
import { SecondStep } from "./second-step.tsx";

type SpellingProps = {
  campaign: PageCampaign & LetterCampaign & { otherCompany?: string | null };
  examples: boolean;
  action: string;
  meeting: Meeting;
  meetings: readonly Meeting[];
  now: Date;
  view: FlowView;
  suggestion: { typed: string; meant: string };
};

/** Asks once which spelling of an address is right; the step's form follows. */
export function Spelling({ view, suggestion, ...page }: SpellingProps) {
  const { pledge } = useWords();
  const { campaign, action, meeting, meetings, now } = page;
  const { values, way } = view;
  const state = { values, errors: [] };
  const second = values.step === undefined && way;
  const { company, slug, otherCompany } = campaign;
  const again = { action, company, slug, campaign, otherCompany, meeting, now };
  return (
    <PledgePage {...page} cameBack="as-typed" fund={second === "fund"}>
      <h1 className="form">{pledge.title}</h1>
      <SpellingChoice suggestion={suggestion} action={action} values={values}>
        {second ? (
          <SecondStep {...again} way={second} state={state} asksPerson />
        ) : (
          <FirstStep
            action={action}
            company={company}
            meeting={meeting}
            meetings={meetings}
            now={now}
            state={state}
            asksPerson
          />
        )}
      </SpellingChoice>
    </PledgePage>
  );
}
