import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { coFilePath } from "#app/domain/campaign/company/campaign-companies.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { FundLetterOf } from "#app/domain/entries/pledges/fund-letter.ts";
import { type ReminderOutcome, remindedFrom } from "#app/domain/entries/pledges/reminder-outcome.ts";
import type { ReminderKind } from "#app/domain/entries/pledges/reminders/reminder.ts";
import { describeFundAsks } from "#app/i18n/describe-fund-asks.ts";
import { formatDate } from "#app/i18n/index.ts";
import { unbroken } from "#app/i18n/known-date.ts";
import { Button } from "#app/ui/button.tsx";
import { OwnersLine } from "#app/ui/case/owners-line.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { FundLetter } from "#app/ui/pledge/fund-letter.tsx";
import { MeetingLine } from "#app/ui/pledge/meeting-notice.tsx";
import { VotingChoice } from "#app/ui/pledge/voting-choice.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";
import { type Next, NextStep } from "./next-step.tsx";

export type ThankedPledge = {
  meeting: Meeting;
  now: Date;
  /** A plan's trustee votes the shares on their instruction. */
  /** They vote as long as the company lets owners vote. */
  toLastDay: boolean;
  trustee: boolean;
  inReview: boolean;
  /** For a fund's holder: what fills their letter to its manager. */
  letter: FundLetterOf | null;
  next: ReminderOutcome;
  /** `dueOn`: the day in the holder's time zone, `YYYY-MM-DD`. */
  reminders: { reminder: ReminderKind; dueOn: string }[];
  /** The filled-in form; null once voting is over. */
  changePath: string | null;
  changeInEmail: boolean;
  /** Where they say that they voted, while the vote may be open. */
  votedPath: string | null;
  coFiles: boolean;
};

/** `pledge`: null once the link is older than a day. */
type PledgeThanksProps = {
  campaign: Campaign;
  pledge: ThankedPledge | null;
  fund: boolean;
  next: Next | null;
  shareUrl: string;
};

/** Says what is next for a pledge in force, and what its holder can do now. */
export function PledgeThanks({ campaign, pledge, fund, next, shareUrl }: PledgeThanksProps) {
  const { thanks } = useWords().pledgeSummary;
  return (
    <>
      {!pledge && <p className="standfirst">{thanks.expiredText}</p>}
      {pledge && <BeforeAll pledge={pledge} campaign={campaign} fund={fund} />}
      {fund && pledge && <WhatIsNext pledge={pledge} campaign={campaign} />}
      <NextStep company={campaign.company} next={next} isFirst />
      <section className="steps">
        <h2>{fund ? thanks.shareHeadingFund : thanks.shareHeading}</h2>
        <ShareLinks url={shareUrl} campaign={campaign} just={fund ? "wished" : "pledged"} isNext={!next} />
      </section>
      {!fund && pledge && <WhatIsNext pledge={pledge} campaign={campaign} />}
      <Disclosures company={campaign.company} fund={fund} />
    </>
  );
}

/** Outcomes after which they still have a vote. */
const votes: readonly ReminderOutcome[] = ["in-review", "stopped", "scheduled", "none-left", "undated"];

/** The vote that may be open, and what holds the pledge back. */
function BeforeAll({ pledge, campaign, fund }: { pledge: ThankedPledge; campaign: Campaign; fund: boolean }) {
  const { thanks } = useWords().pledgeSummary;
  const { now, votedPath, inReview, toLastDay } = pledge;
  const owned = campaign.companies.filter(({ name }) => name === campaign.company);
  return (
    <>
      {!fund && (
        <OwnersLine
          companies={toLastDay ? owned : owned.map((company) => ({ ...company, voteEndsOn: null }))}
          now={now}
          own
        />
      )}
      {votedPath && <HaveVoted path={votedPath} />}
      {inReview && <p className="notice warning">{thanks.inReview}</p>}
    </>
  );
}

function WhatIsNext({ pledge, campaign }: { pledge: ThankedPledge; campaign: Campaign }) {
  const { thanks, told } = useWords().pledgeSummary;
  const to = useLocalizedPath();
  const { meeting, now, trustee, letter, next, reminders, changePath, changeInEmail, coFiles } = pledge;
  const locale = useLocale();
  const nextWords = {
    fund: thanks.nextFund(told.meetingOf(campaign.company, meeting.year)),
    "in-review": thanks.nextInReview,
    stopped: thanks.nextStopped,
    told: thanks.nextTold,
    over: thanks.nextOver,
    "not-held": thanks.nextNotHeld,
    scheduled: thanks.next,
    "none-left": thanks.nextNone,
    undated: thanks.nextUndated[remindedFrom(meeting, now)],
  };
  return (
    <>
      <section className="steps">
        <h2>{thanks.nextHeading}</h2>
        <p>
          {votes.includes(next) && (trustee ? thanks.trustee : thanks.ballot)} {nextWords[next]}{" "}
          {letter &&
            describeFundAsks(
              locale,
              reminders.map(({ reminder }) => reminder),
            )}
        </p>
        <Scheduled reminders={reminders} />
      </section>
      {letter ? (
        <>
          {profileOf(meeting.jurisdiction).unitedStates && <VotingChoice now={now} />}
          <FundLetter {...letter} />
        </>
      ) : (
        <MeetingLine company={campaign.company} meeting={meeting} now={now} />
      )}
      {coFiles && (
        <section className="steps">
          <h2>{thanks.coFileHeading}</h2>
          <p>
            {thanks.coFileText} <a href={to(coFilePath(campaign))}>{thanks.coFileLink}</a>
          </p>
        </section>
      )}
      {changeInEmail && (
        <section className="steps">
          <h2>{thanks.changeHeading}</h2>
          <p>{thanks.changeInEmail}</p>
        </section>
      )}
      {changePath && (
        <section className="steps">
          <h2>{thanks.changeHeading}</h2>
          <p>
            {thanks.changeText} <a href={changePath}>{thanks.changeLink}</a>
          </p>
          <p className="small muted">{thanks.withdrawText}</p>
        </section>
      )}
    </>
  );
}

/** One tap each; what they say counts as they say it. */
function HaveVoted({ path }: { path: string }) {
  const { owners } = useWords().pledge;
  return (
    <form method="post" action={path} className="outcomes">
      <Button name="outcome" value="voted">
        {owners.voted}
      </Button>
      <Button name="outcome" value="tomorrow">
        {owners.tomorrow}
      </Button>
    </form>
  );
}

function Scheduled({ reminders }: { reminders: ThankedPledge["reminders"] }) {
  const { kinds, line } = useWords().pledgeSummary.reminders;
  const locale = useLocale();
  if (reminders.length === 0) return null;
  return (
    <ul className="plain">
      {reminders.map(({ reminder, dueOn }) => (
        <li key={reminder}>{line(kinds[reminder], unbroken(formatDate(locale, dueOn)))}</li>
      ))}
    </ul>
  );
}
