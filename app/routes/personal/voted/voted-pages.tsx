import type { FundLetterOf } from "#app/domain/entries/pledges/fund-letter.ts";
import {
  type KnownFundOutcome,
  type KnownOutcome,
  knownFundOutcomes,
} from "#app/domain/entries/pledges/pledge.ts";
import type { RemindTomorrow } from "#app/domain/entries/pledges/remind-tomorrow.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { FundLetter } from "#app/ui/pledge/fund-letter.tsx";

type AboutMeeting = { company: string; year: number };

type AskProps = AboutMeeting & {
  /** What was reported before. */
  reported: { outcome: KnownOutcome; at: Date } | null;
  /** Voting is over. */
  over: boolean;
  /** Answers that are possible now. */
  answers: readonly KnownOutcome[];
  /** The last day of voting, if known and not past. */
  ends: string | null;
  /** A reminder can be asked for. */
  remind: boolean;
  /** Why a post recorded nothing: it had no answer, or one that is possible only later. */
  refused: "unclear" | "too-early" | null;
};

/** Offers up to three answers, all looking equal. */
export function Ask({ company, year, reported, over, answers, ends, remind, refused }: AskProps) {
  const { voted, told: words, manage } = useWords().pledgeSummary;
  const { owners } = useWords().pledge;
  const locale = useLocale();
  return (
    <>
      <ErrorSummary
        heading={voted.errorTitle}
        errors={refused ? [{ field: "outcome", message: voted.errors[refused] }] : []}
      />
      <h1>{voted.title}</h1>
      <p className="standfirst">{voted.intro(words.meetingOf(company, year))}</p>
      {reported && (
        <p className="notice">
          {voted.told(manage.outcomes[reported.outcome], formatDate(locale, reported.at))}
        </p>
      )}
      <form method="post" id="outcome" className="outcomes">
        {answers
          .filter((outcome) => outcome !== "voted")
          .map((outcome) => (
            <Button key={outcome} name="outcome" value={outcome} wide>
              {voted[outcome]}
            </Button>
          ))}
        {remind && (
          <Button name="outcome" value="tomorrow" wide>
            {owners.tomorrow}
          </Button>
        )}
      </form>
      {!over && <p className="gap">{voted.early(ends && formatDate(locale, ends))}</p>}
      <p className="small muted gap">{voted.use}</p>
      <Disclosures company={company} />
    </>
  );
}

type ThanksProps = {
  reported: KnownOutcome;
  over: boolean;
  campaign: { slug: string; company: string };
  /** Address of the question. */
  path: string;
};

/** Says what the answer is for, and how to change it. */
export function Thanks({ reported, over, campaign, path }: ThanksProps) {
  const { voted } = useWords().pledgeSummary;
  const to = useLocalizedPath();
  useAnswerTitle({ says: voted.thanksTitle });
  return (
    <>
      <h1>{voted.thanksTitle}</h1>
      <p className="standfirst" role="status">
        {voted.thanks[reported]}
      </p>
      {!over && <p className="gap">{voted.noMore}</p>}
      <p className="gap">{voted.use}</p>
      <p className="gap">
        {voted.changeText} <a href={path}>{voted.changeLink}</a>
      </p>
      <p className="small muted gap">
        <a href={to(`/c/${campaign.slug}/pledges`)}>{voted.totals}</a>
      </p>
      <Disclosures company={campaign.company} />
    </>
  );
}

type TomorrowProps = { reminder: RemindTomorrow["outcome"]; dueOn: string | null; path: string };

/** Says when the reminder that somebody asked for comes. */
export function Tomorrow({ reminder, dueOn, path }: TomorrowProps) {
  const { voted } = useWords().pledgeSummary;
  const locale = useLocale();
  const title = dueOn ? voted.tomorrowTitle : voted.errorTitle;
  const text = voted.tomorrow[reminder](dueOn === null ? "" : formatDate(locale, dueOn));
  useAnswerTitle({ says: title });
  return (
    <>
      <h1>{title}</h1>
      <p className="standfirst" role="status">
        {text}
      </p>
      <p className="gap">
        <a href={path}>{voted.title}</a>
      </p>
    </>
  );
}

/** Says that voting has not started. */
export function TooEarly({ company, year }: AboutMeeting) {
  const { voted, told } = useWords().pledgeSummary;
  return (
    <>
      <h1>{voted.tooEarlyTitle}</h1>
      <p className="standfirst">{voted.tooEarly(told.meetingOf(company, year))}</p>
      <Disclosures company={company} />
    </>
  );
}

/** Says that we do not ask: they did not hold on the record date. */
export function NotAsked({ company, year, over }: AboutMeeting & { over: boolean }) {
  const { pledgeSummary, unsubscribe } = useWords();
  const { voted, told } = pledgeSummary;
  const to = useLocalizedPath();
  return (
    <>
      <h1>{voted.notAskedTitle}</h1>
      <p className="standfirst">{voted.notAsked(told.meetingOf(company, year))}</p>
      {!over && (
        <p className="gap">
          {voted.notAskedChange} <a href={to("/manage")}>{unsubscribe.toManage}</a>
        </p>
      )}
      <Disclosures company={company} />
    </>
  );
}

/** Says that the link is incomplete or expired, or the pledge is gone. */
export function Nothing({ company, fund }: { company: string | null; fund: boolean }) {
  const { pledgeSummary, unsubscribe } = useWords();
  const to = useLocalizedPath();
  return (
    <>
      <h1>{pledgeSummary.voted.goneTitle}</h1>
      <p className="standfirst">{pledgeSummary.voted.gone}</p>
      <p className="gap">
        <a href={to("/manage")}>{unsubscribe.toManage}</a>
      </p>
      {company && <Disclosures company={company} fund={fund} />}
    </>
  );
}

type AskFundProps = {
  company: string;
  year: number;
  letter: FundLetterOf;
  /** What was reported before. */
  reported: { outcome: KnownFundOutcome; at: Date } | null;
  /** What this post recorded. */
  recorded: KnownFundOutcome | null;
  /** This post had no answer. */
  refused: boolean;
  /** Address of the question. */
  path: string;
};

/** Asks what came of a fund holder's letter, in one press, and shows it. */
export function AskFund({ recorded, path, ...page }: AskFundProps) {
  const { fundLetter, voted } = useWords().pledgeSummary;
  useAnswerTitle(recorded ? { says: voted.thanksTitle } : {});
  return (
    <>
      {recorded ? (
        <>
          <h1>{voted.thanksTitle}</h1>
          <p className="standfirst" role="status">
            {fundLetter.thanks[recorded]}
          </p>
          <p className="gap">
            {voted.changeText} <a href={path}>{voted.changeLink}</a>
          </p>
        </>
      ) : (
        <Question {...page} />
      )}
      <FundLetter {...page.letter} />
      <Disclosures company={page.company} fund />
    </>
  );
}

function Question({ company, year, letter, reported, refused }: Omit<AskFundProps, "recorded" | "path">) {
  const { fundLetter, told: words, manage, voted } = useWords().pledgeSummary;
  const locale = useLocale();
  return (
    <>
      <ErrorSummary
        heading={voted.errorTitle}
        errors={refused ? [{ field: "outcome", message: voted.errors.unclear }] : []}
      />
      <h1>{fundLetter.title}</h1>
      <p className="standfirst">{fundLetter.intro(words.meetingOf(company, year), letter.manager)}</p>
      {reported && (
        <p className="notice">
          {voted.told(manage.fundOutcomes[reported.outcome], formatDate(locale, reported.at))}
        </p>
      )}
      <form method="post" id="outcome" className="outcomes">
        {knownFundOutcomes.map((outcome) => (
          <Button key={outcome} name="outcome" value={outcome} wide>
            {fundLetter.answers[outcome]}
          </Button>
        ))}
      </form>
      <p className="small muted gap">{fundLetter.use}</p>
    </>
  );
}
