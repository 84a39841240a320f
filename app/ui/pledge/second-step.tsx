import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Profile } from "#app/domain/base/jurisdictions/profile.ts";
import { coFilePath } from "#app/domain/campaign/company/campaign-companies.ts";
import { type Meeting, pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import type { LetterCampaign } from "#app/domain/entries/pledges/fund-letter.ts";
import { willingnesses } from "#app/domain/entries/pledges/pledge.ts";
import { heldInAccount, kindOf, type PledgeWay } from "#app/domain/entries/pledges/pledge-way.ts";
import { isDated, remindedFrom } from "#app/domain/entries/pledges/reminder-outcome.ts";
import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { Button } from "#app/ui/button.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { AccountKind, Custody, LentOut } from "./account-fields.tsx";
import { Choices } from "./choices.tsx";
import { choiceOf, type FormState, type KnownPerson, typed } from "./form-state.ts";
import { FundAction } from "./fund-action.tsx";
import {
  IntentionFields,
  IntentionInGeneral,
  RecordDateField,
  SharesField,
  SinceField,
} from "./holding-fields.tsx";
import { formatClock } from "./meeting-dates.tsx";
import { Agreements, More, PersonFields, WhatHappensNext } from "./person-fields.tsx";

export type SecondStepProps = {
  action: string;
  company: string;
  slug: string;
  campaign: LetterCampaign;
  otherCompany?: string | null | undefined;
  way: PledgeWay;
  state: FormState;
  meeting: Meeting;
  now: Date;
  known?: KnownPerson | undefined;
};

/** Ways that others abroad have a way of their own for, or that are of the United States alone. */
const inUnitedStates: readonly PledgeWay[] = ["broker", "employee_plan", "ira_brokerage"];

/** Shows the form for one way of holding: only what that way needs. */
export function SecondStep(props: SecondStepProps) {
  const { action, company, slug, way, state, meeting, now, known } = props;
  const locale = useLocale();
  const { pledge } = useWords();
  const to = useLocalizedPath();
  const { second } = pledge;
  const kind = kindOf(way);
  const law = profileOf(meeting.jurisdiction);
  const planPassed = meeting.planVoteBy !== null && meeting.planVoteBy <= now;
  const planWords = planPassed ? second.planVoteByPassed : second.planVoteBy;
  const planDay =
    way === "employee_plan" && meeting.planVoteBy
      ? planWords(formatClock(locale, meeting.planVoteBy, meeting.zone))
      : "";
  const { explain } = pledge.ways[way];
  const ballot = way === "fund" ? "" : [forJurisdiction(explain, law), planDay].filter(Boolean).join(" ");
  const agreed = {
    direct: {
      attest: way === "employee_plan" ? second.attestPlan : second.attest,
      consent: second.consentPledge,
      button: second.button,
    },
    fund: {
      attest: second.attestFund(company),
      consent: second.consentPledgeFund,
      button: second.buttonFund,
    },
    institution: {
      attest: second.attestInstitution,
      consent: second.consentPledge,
      button: second.buttonInstitution,
    },
  }[kind];
  return (
    <form className="pledge-form" action={to(action)} method="post">
      {/* The Enter key presses a form's first button. */}
      <button className="vh" type="submit" tabIndex={-1} aria-hidden="true">
        {agreed.button}
      </button>
      {typed(state, "company") && <input type="hidden" name="company" value={typed(state, "company")} />}
      <input type="hidden" name="meeting_year" value={meeting.year} />
      <input type="hidden" name="kind" value={kind} />
      {kind === "direct" && <input type="hidden" name="holding_form" value={way} />}
      <Who way={way} law={law} known={known} />
      {way === "institution" && law.unitedStates && (
        <p className="hint">{forJurisdiction(pledge.institution.notice, law)}</p>
      )}
      {/* A plan's trustee stops taking instructions earlier than brokers do. */}
      {way === "employee_plan" && <p className="gap">{ballot}</p>}
      {way === "fund" ? (
        <FundAction
          company={company}
          campaign={props.campaign}
          meeting={meeting}
          now={now}
          state={state}
          name={known?.name ?? typed(state, "name")}
        />
      ) : (
        <VoteAndShares {...props} />
      )}
      <More
        company={company}
        state={state}
        way={way}
        asksContact={kind !== "fund" && law.coFiling !== null}
        inside={way === "fund" ? [] : furtherOf(meeting, now)}
      >
        {way !== "fund" && <Further {...props} />}
      </More>
      {!known && (
        <PersonFields
          state={state}
          nameHint={way === "institution" ? pledge.institution.name : undefined}
          country={law.unitedStates && inUnitedStates.includes(way) ? "US" : ""}
        />
      )}
      <Agreements
        state={state}
        attest={agreed.attest}
        consent={agreed.consent}
        asksUpdates={!known?.agreed.includes("updates")}
      />
      <Button variant="act" wide>
        {known?.pledged ? second.buttonEdit : agreed.button}
      </Button>
      <FormInOtherLanguages action={action} always />
      <WhatHappensNext
        ballot={way === "employee_plan" ? "" : ballot}
        slug={slug}
        known={known}
        fund={kind === "fund"}
        reminded={{ from: remindedFrom(meeting, now), dated: isDated(meeting, now) }}
      />
    </form>
  );
}

/** Questions for people with votes: how they will vote, and with how many shares. */
function VoteAndShares({ company, way, state, meeting, now }: SecondStepProps) {
  return (
    <>
      <IntentionFields
        state={state}
        meeting={meeting}
        now={now}
        company={company}
        ofInstitution={way === "institution"}
      />
      <SharesField state={state} way={way} />
      <RecordDateField state={state} meeting={meeting} now={now} />
      {way === "institution" && <Custody state={state} meeting={meeting} />}
    </>
  );
}

const furtherOf = (meeting: Meeting, now: Date) => [
  ...(pledgeStage(meeting, now) === "items" ? ["intention"] : []),
  "held_since_month",
  "tenure_bucket",
  "account_flags",
  "willing",
];

/** Optional additions. */
function Further({ company, slug, otherCompany, way, state, meeting, now }: SecondStepProps) {
  const { second } = useWords().pledge;
  const about = { state, meeting, now };
  const willings = second.willings(company);
  const { coFiling } = profileOf(meeting.jurisdiction);
  const offered = willingnesses.filter((value) => coFiling || value !== "cofile");
  return (
    <>
      {pledgeStage(meeting, now) === "items" && <IntentionInGeneral state={state} />}
      <SinceField state={state} now={now} coFile={coFiling ? coFilePath({ slug, otherCompany }) : null} />
      {way === "institution" && <LentOut {...about} />}
      {heldInAccount(way) && <AccountKind {...about} />}
      <Choices
        {...choiceOf(state, "willing")}
        legend={second.willing}
        options={offered.map((value) => ({ value, label: willings[value] }))}
        several
      />
    </>
  );
}

type WhoProps = { way: PledgeWay; law: Profile; known: KnownPerson | undefined };

/** Shows how somebody holds, and who they are if known, with a way back that keeps everything typed. */
function Who({ way, law, known }: WhoProps) {
  const { second, known: knownWords, ways } = useWords().pledge;
  return (
    <>
      <div className="who">
        <p>
          <b>{forJurisdiction(ways[way].label, law)}</b>
          {known && (
            <>
              <br />
              {known.name}, <EmailAddress>{known.email}</EmailAddress>
            </>
          )}
        </p>
        <button type="submit" name="step" value="back" formNoValidate aria-label={second.changeOf}>
          {second.change}
        </button>
      </div>
      {known && <p className="hint">{knownWords.note}</p>}
    </>
  );
}
