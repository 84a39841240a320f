import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { LetterCampaign } from "#app/domain/entries/pledges/fund-letter.ts";
import { kindOf, type PledgeWay, waysUnder } from "#app/domain/entries/pledges/pledge-way.ts";
import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { Button } from "#app/ui/button.tsx";
import { OwnersLine } from "#app/ui/case/owners-line.tsx";
import { ChosenCompany } from "#app/ui/company-choice.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import type { PageCampaign } from "#app/ui/footer.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";
import { FirstStep } from "./first-step.tsx";
import type { KnownPerson } from "./form-state.ts";
import { MeetingLine } from "./meeting-notice.tsx";
import { Head, PledgePage, useMessages } from "./pledge-page.tsx";
import { SecondStep } from "./second-step.tsx";

export type FlowView = {
  at: "first" | "find-out" | "second";
  way?: PledgeWay;
  values: TypedValues;
  errors?: readonly { field: string; code: string }[];
};

type PledgeFlowProps = {
  campaign: Omit<PageCampaign, "companies"> &
    LetterCampaign & { companies: readonly CampaignCompany[]; otherCompany?: string | null };
  examples: boolean;
  action: string;
  meeting: Meeting;
  /** All that take pledges. */
  meetings: readonly Meeting[];
  now: Date;
  view: FlowView;
  /** The page answers a post. */
  answers: boolean;
  known?: KnownPerson | undefined;
};

/** Shows the visitor's step of the pledge: first step, help to find out, or the form for their holding. */
export function PledgeFlow({ view, answers, known, ...page }: PledgeFlowProps) {
  const { pledge } = useWords();
  const { campaign, action, meeting, meetings, now } = page;
  const { company, slug } = campaign;
  const { at, values, way = "unsure" } = view;
  const errors = useMessages(view.errors ?? [], way === "fund");
  const state = { values, errors };
  const kind = kindOf(way);
  return (
    <PledgePage
      {...page}
      errors={errors}
      fund={at === "second" && kind === "fund"}
      cameBack={answers ? (errors.length > 0 ? "corrected" : "as-typed") : null}
    >
      {at === "find-out" ? (
        <FindOut action={action} meeting={meeting} values={values} />
      ) : at === "first" ? (
        <>
          <Head company={company} title={known?.pledged ? pledge.known.title : pledge.title} />
          {campaign.companies.length > 1 && <ChosenCompany action={action} name={company} />}
          <OwnersLine companies={campaign.companies.filter(({ name }) => name === company)} now={now} />
          {known && <Known person={known} slug={slug} />}
          <FirstStep
            action={action}
            company={company}
            meeting={meeting}
            meetings={meetings}
            now={now}
            state={state}
          />
        </>
      ) : (
        <>
          <p className="eyebrow">{known?.pledged ? pledge.known.title : pledge.second.step}</p>
          <h1 className="form">{kind === "direct" ? pledge.second.title : pledge.second.titleOf[kind]}</h1>
          <MeetingLine
            company={company}
            meeting={meeting}
            now={now}
            asks={kind === "fund" ? "fund" : "vote"}
          />
          <SecondStep
            action={action}
            company={company}
            slug={slug}
            campaign={campaign}
            otherCompany={campaign.otherCompany}
            way={way}
            state={state}
            meeting={meeting}
            now={now}
            known={known}
          />
        </>
      )}
    </PledgePage>
  );
}

/** The link's owner, as text. */
function Known({ person, slug }: { person: KnownPerson; slug: string }) {
  const to = useLocalizedPath();
  const { first, known } = useWords().pledge;
  return (
    <p className="gap">
      {first.knownAs} <b>{person.name}</b>, <EmailAddress>{person.email}</EmailAddress>. {known.note}{" "}
      <a href={to(`/c/${slug}/pledge`)}>{first.notYou}</a>
    </p>
  );
}

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
              <h2>{forJurisdiction(ask, law)}</h2>
              <p className="hint">{means}</p>
              {answers.map(([way, label]) => (
                <Button key={way} name="way" value={way}>
                  {forJurisdiction(label, law)}
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
