import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ChangedFields, changesBetween } from "#app/ui/editing/changed-fields.tsx";
import { LanguageGaps } from "#app/ui/editing/language-gaps.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import { CountForecast } from "./count-forecast.tsx";
import type { PetitionPage } from "./load.server.ts";

type ProposalPartProps = { page: PetitionPage & { proposal: NonNullable<PetitionPage["proposal"]> } };

/** Shows the text waiting for approval: its changes, the resulting count, and who can approve it. */
export function ProposalPart({ page: { proposal, mayManage, now, slug } }: ProposalPartProps) {
  const { petition, page: pages } = useWords().editing;
  const { proposal: say } = petition;
  const { publicId, before, after, again, tell, note, noteIn, isSame, isTranslation, ...rest } = proposal;
  const { forecast, approval, translations, askedBy, locale } = rest;
  const languageOf = (code: string) => pages.languageNames[code] ?? code;
  const askedAt = writeMoment(proposal.askedAt);
  const waits = say.waitsFor(approval.others);
  return (
    <section className="block" aria-labelledby="proposed">
      <h2 id="proposed">{say.heading}</h2>
      <p>
        {locale === null
          ? say.asked(askedBy, askedAt, again, isSame)
          : say.askedTranslation(askedBy, askedAt, languageOf(locale))}
      </p>
      {isTranslation ? <p>{say.isTranslation}</p> : isSame && <p>{say.isSame}</p>}
      <CountForecast forecast={forecast} />
      {!isTranslation && (
        <>
          <h3>{say.changes}</h3>
          <ChangedFields fields={changesBetween(before, after)} />
          {before && (
            <div className="cols even gap">
              <WholeText heading={say.textInForce} text={before} />
              <WholeText heading={say.textWaiting} text={after} />
            </div>
          )}
        </>
      )}
      {translations.map((one) => (
        <Translated key={one.locale} {...one} written={after} language={languageOf(one.locale)} />
      ))}
      <LanguageGaps gaps={proposal.gaps} slug={slug} />
      {note !== null && (
        <>
          <h3>{say.note}</h3>
          <blockquote>{note}</blockquote>
          {noteIn !== null && <blockquote lang={locale ?? undefined}>{noteIn}</blockquote>}
        </>
      )}
      {tell !== null && (
        <>
          <h3>{say.tell}</h3>
          <blockquote>{tell}</blockquote>
          <p className="small muted">{say.tellText}</p>
        </>
      )}
      <Approval
        state={approval}
        intent="approve"
        thing={{ kind: "petition", subject: publicId }}
        fields={{ proposal: publicId }}
        asked={{ asked: proposal.asked, now }}
        say={{
          approve: say.approve,
          own: waits,
          noRight: waits,
          approverNote: say.approveText,
          alone: { text: say.aloneText, approve: say.approve },
        }}
      />
      {mayManage && (
        <AskedOnce
          intent="withdraw"
          variant="plain"
          summary={say.withdraw}
          text={say.withdrawText}
          button={say.withdrawButton}
        />
      )}
    </section>
  );
}

type Text = { summary: string; body: string };
type TranslatedProps = {
  locale: string;
  language: string;
  before: Text | null;
  after: Text;
  /** The text it translates. */
  written: Text;
};

/** A translation of the text: its changes, and both languages side by side. */
function Translated({ locale, language, before, after, written }: TranslatedProps) {
  const { proposal: say } = useWords().editing.petition;
  return (
    <>
      <h3>{say.translated(language)}</h3>
      {before === null && <p>{say.noTranslation(language)}</p>}
      <div lang={locale}>
        <ChangedFields fields={changesBetween(before, after)} />
      </div>
      <div className="cols even gap">
        <WholeText heading={say.translates} text={written} />
        <WholeText heading={say.translation(language)} text={after} lang={locale} />
      </div>
    </>
  );
}

function WholeText({ heading, text, lang }: { heading: string; text: Text; lang?: string }) {
  return (
    <div>
      <h3>{heading}</h3>
      <div lang={lang}>
        <p className="standfirst">{text.summary}</p>
        <PetitionText body={text.body} />
      </div>
    </div>
  );
}
