import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { LetterCampaign } from "#app/domain/entries/pledges/fund-letter.ts";
import type { PageCampaign } from "#app/ui/footer.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import type { FlowView } from "./flow.tsx";
import { PledgePage } from "./pledge-page.tsx";
import { SecondStep } from "./second-step.tsx";

type SpellingProps = {
  campaign: PageCampaign & LetterCampaign & { otherCompany?: string | null };
  examples: boolean;
  action: string;
  meeting: Meeting;
  now: Date;
  view: FlowView;
  suggestion: { typed: string; meant: string };
};

/** Asks once which spelling of an address is right; the form follows. */
export function Spelling({ view, suggestion, ...page }: SpellingProps) {
  const { pledge } = useWords();
  const { campaign, action, meeting, now } = page;
  const { values, way = "unsure" } = view;
  const state = { values, errors: [] };
  const { company, slug, otherCompany } = campaign;
  const again = { action, company, slug, campaign, otherCompany, meeting, now };
  return (
    <PledgePage {...page} cameBack="as-typed" fund={way === "fund"}>
      <h1 className="form">{pledge.title}</h1>
      <SpellingChoice suggestion={suggestion} action={action} values={values}>
        <SecondStep {...again} way={way} state={state} />
      </SpellingChoice>
    </PledgePage>
  );
}
