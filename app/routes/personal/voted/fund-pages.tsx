import type { FundLetterOf } from "#app/domain/entries/pledges/fund-letter.ts";
import { type KnownFundOutcome, knownFundOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { FundLetter } from "#app/ui/pledge/fund-letter.tsx";

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
