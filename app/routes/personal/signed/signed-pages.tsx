import type { Petition } from "#app/domain/campaign/campaign.ts";
import type { NoticeAnswer } from "#app/domain/campaign/notices/notice.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";

type DecideProps = {
  /** The campaign's title. */
  about: string;
  change: string;
  signed: Petition;
  inForce: Petition;
  /** The earlier answer. */
  answer: NoticeAnswer | null;
  unclear: boolean;
};

/** Shows both texts, and asks about the signature: the two choices that keep it look equal. */
export function Decide({ about, change, signed, inForce, answer, unclear }: DecideProps) {
  const { signed: say } = useWords().personal;
  return (
    <>
      <ErrorSummary
        heading={say.errorTitle}
        errors={unclear ? [{ field: "decide", message: say.unclear }] : []}
      />
      <p className="eyebrow">{about}</p>
      <h1>{say.title}</h1>
      <p className="standfirst">{change}</p>
      {answer && <p className="notice">{say.answered[answer]}</p>}
      <Text heading={say.was} petition={signed} />
      <Text heading={say.now} petition={inForce} />
      <section className="own-section" aria-labelledby="decide-heading">
        <h2 id="decide-heading">{say.decide}</h2>
        <form method="post" id="decide" className="outcomes">
          <Button name="deed" value="move" wide>
            {say.move}
          </Button>
          <Button name="deed" value="keep" wide>
            {say.keep}
          </Button>
        </form>
        <p className="gap">{say.nothing}</p>
        <details className="gap">
          <summary>{say.withdraw}</summary>
          <p className="small">{say.withdrawText}</p>
          <form method="post">
            <Button name="deed" value="withdraw">
              {say.withdrawButton}
            </Button>
          </form>
        </details>
      </section>
    </>
  );
}

function Text({ heading, petition }: { heading: string; petition: Petition }) {
  const { petition: say } = useWords().case;
  const locale = useLocale();
  const { version, body, publishedAt, language } = petition;
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <div className="signed-text">
        <InLanguage language={language} />
        <div lang={language}>
          <PetitionText body={body} />
        </div>
        <p className="small muted gap">{say.version(version, formatDate(locale, publishedAt))}</p>
      </div>
    </section>
  );
}

/** Says what the decision did, and where to go. */
export function Decided({ answer, slug }: { answer: NoticeAnswer; slug: string }) {
  const { signed: say } = useWords().personal;
  const to = useLocalizedPath();
  useAnswerTitle({ says: say.done[answer] });
  return (
    <>
      <h1>{say.done[answer]}</h1>
      <p className="standfirst" role="status">
        {say.doneText[answer]}
      </p>
      <p className="gap">
        <ButtonLink href={to(`/c/${slug}`)}>{say.toPage}</ButtonLink>
      </p>
    </>
  );
}

/** Says that the link is incomplete or expired, or that there is nothing left to decide. */
export function Nothing({ slug }: { slug: string | null }) {
  const { personal, unsubscribe } = useWords();
  const { signed: say } = personal;
  const to = useLocalizedPath();
  return (
    <>
      <h1>{say.goneTitle}</h1>
      <p className="standfirst">{say.gone}</p>
      <p className="gap">
        <a href={to("/manage")}>{unsubscribe.toManage}</a>
      </p>
      {slug && (
        <p>
          <a href={to(`/c/${slug}/petition`)}>{say.toTexts}</a>
        </p>
      )}
    </>
  );
}
